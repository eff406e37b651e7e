using System.Runtime.CompilerServices;
using PolicyEval.Benchmarks.Comparing;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>
/// The eight rules as somebody writes them who needs these eight and no others: first what does not apply, then what
/// fails, then what cannot be told. All ages are in seconds.
/// </summary>
internal sealed class Rules(long asOf, OutcomeTable counts)
{
    private const long Limit = 90 * 86_400;
    private const long MadeWithin = 10;

    // The indexes of the policies.
    private const int RootKey = 0;
    private const int RootMfa = 1;
    private const int RootUse = 2;
    private const int ConsoleMfa = 3;
    private const int KeysAtSetup = 4;
    private const int Unused = 5;
    private const int OneKey = 6;
    private const int Rotation = 7;

    /// <summary>What is said of an account without users.</summary>
    public void JudgeNoUsers()
    {
        for (var policy = ConsoleMfa; policy <= Rotation; policy++)
            counts.Add(policy, Outcome.NotApplicable);
    }

    /// <summary>A root user's row.</summary>
    public void JudgeRoot(in Row row, bool isGovCloud, long line)
    {
        var (key1, key2, more) = (row.Key1, row.Key2, row.More);
        var rotated1 = HasDate(key1.Rotated);
        var rotated2 = HasDate(key2.Rotated);

        var inactive1 = TruthTable.And(Not(key1.Active), rotated1);
        var inactive2 = TruthTable.And(Not(key2.Active), rotated2);
        var anyKey = TruthTable.Or(
            TruthTable.Or(key1.Active, key2.Active), TruthTable.Or(inactive1, inactive2));
        Judge(RootKey, anyKey, more, line);

        if (isGovCloud)
            counts.Add(RootMfa, Outcome.NotApplicable);
        else
            JudgeRootMfa(row, key1, key2, more, line);

        var used = row.PasswordUsed;
        var newest = Math.Max(used, Math.Max(key1.Used, key2.Used));
        var isUnknown = used == Cells.Unknown || key1.Used == Cells.Unknown || key2.Used == Cells.Unknown;
        var isRecent = Cells.IsKnown(newest) && asOf - newest < Limit;
        Judge(RootUse, isRecent ? Truth.True : isUnknown ? Truth.Unknown : Truth.False, more, line);
    }

    /// <summary>A user's row.</summary>
    public void JudgeUser(in Row row, long line)
    {
        var password = row.Password;
        var (key1, key2, more) = (row.Key1, row.Key2, row.More);

        if (password == Truth.False)
        {
            counts.Add(ConsoleMfa, Outcome.NotApplicable);
            counts.Add(KeysAtSetup, Outcome.NotApplicable);
        }
        else if (password == Truth.Unknown)
        {
            counts.Add(ConsoleMfa, Outcome.Incomplete);
            counts.Add(KeysAtSetup, Outcome.Incomplete);
        }
        else
        {
            Judge(ConsoleMfa, Not(row.Mfa), more: false, line);
            JudgeKeysAtSetup(row, key1, key2, more, line);
        }

        Judge(OneKey, TruthTable.And(key1.Active, key2.Active), more, line);

        var active = TruthTable.Or(key1.Active, key2.Active);
        if (Applies(Rotation, active, more))
            Judge(Rotation, TruthTable.Or(IsOld(key1), IsOld(key2)), more, line);
        if (Applies(Unused, TruthTable.Or(active, password), more))
        {
            var unused = TruthTable.Or(IsUnused(key1), IsUnused(key2));
            if (password != Truth.False)
                unused = TruthTable.Or(unused, TruthTable.And(password, IsUnusedPassword(row)));
            Judge(Unused, unused, more, line);
        }
    }

    private void JudgeRootMfa(in Row row, Key key1, Key key2, bool more, long line)
    {
        var mfa = row.Mfa;
        if (mfa == Truth.True)
        {
            counts.Add(RootMfa, Outcome.Pass);
            return;
        }

        var password = row.PasswordNotSupported ? Truth.True : row.Password;
        var keys = TruthTable.Or(
            TruthTable.Or(key1.Active, key2.Active),
            TruthTable.Or(HasDate(key1.Rotated), HasDate(key2.Rotated)));
        var credentials = TruthTable.Or(password, keys);
        if (Applies(RootMfa, credentials, more))
            Judge(RootMfa, Not(mfa), more: false, line);
    }

    private void JudgeKeysAtSetup(in Row row, Key key1, Key key2, bool more, long line)
    {
        var isBad = TruthTable.Or(IsSetUp(key1, row.Created), IsSetUp(key2, row.Created));
        Judge(KeysAtSetup, isBad, more, line);
    }

    /// <summary>Whether a key is active and was made with the user or never used.</summary>
    private static Truth IsSetUp(Key key, long created)
    {
        if (key.Active == Truth.False)
            return Truth.False;
        var madeWithUser = Cells.IsKnown(created) && Cells.IsKnown(key.Rotated)
            ? TruthTable.Of(Math.Abs(key.Rotated - created) <= MadeWithin)
            : Truth.Unknown;
        var neverUsed = key.Used == Cells.Unknown ? Truth.Unknown : TruthTable.Of(key.Used == Cells.None);
        return TruthTable.And(key.Active, TruthTable.Or(madeWithUser, neverUsed));
    }

    private Truth IsOld(Key key) => key.Active == Truth.False ? Truth.False
        : TruthTable.And(
            key.Active, Cells.IsKnown(key.Rotated) ? TruthTable.Of(asOf - key.Rotated > Limit) : Truth.Unknown);

    private Truth IsUnused(Key key) => key.Active == Truth.False ? Truth.False
        : TruthTable.And(key.Active, IsIdle(key.Used == Cells.None ? key.Rotated : key.Used));

    private Truth IsUnusedPassword(in Row row) =>
        IsIdle(row.PasswordNeverUsed ? row.PasswordChanged : row.PasswordUsed);

    private Truth IsIdle(long since) =>
        Cells.IsKnown(since) ? TruthTable.Of(asOf - since >= Limit) : Truth.Unknown;

    private static Truth HasDate(long date) =>
        date == Cells.Unknown ? Truth.Unknown : TruthTable.Of(date != Cells.None);

    private static Truth Not(Truth truth) => truth switch
    {
        Truth.False => Truth.True,
        Truth.True => Truth.False,
        _ => Truth.Unknown,
    };

    private bool Applies(int policy, Truth condition, bool more)
    {
        if (condition == Truth.True)
            return true;
        counts.Add(policy, condition == Truth.Unknown || more ? Outcome.Incomplete : Outcome.NotApplicable);
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Judge(int policy, Truth isBad, bool more, long line)
    {
        if (isBad == Truth.True)
            counts.AddFailure(policy, line);
        else
            counts.Add(policy, isBad == Truth.Unknown || more ? Outcome.Incomplete : Outcome.Pass);
    }
}
