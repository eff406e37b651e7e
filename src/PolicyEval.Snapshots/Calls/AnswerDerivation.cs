using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Derives the files of <c>data/</c> from the raw pages: what the AWS CLI prints for the same answers. Pure: the
/// collector runs it to write them and verify runs it again to compare.
/// </summary>
public static class AnswerDerivation
{
    /// <summary>
    /// The files, in the order of <see cref="ApiOperations.All"/>; one for each operation that was called.
    /// </summary>
    /// <param name="records">Every attempt, in the order of sending. Only the last attempt of a call counts.</param>
    /// <param name="page">The bytes of a raw page by its path in the bag, as they were written.</param>
    /// <remarks>
    /// A call that failed makes its file hold <c>{"Error": {"Code": …, "Message": …}}</c>, whatever other pages came: a
    /// partial list never looks whole.
    /// </remarks>
    public static ImmutableArray<DerivedFile> Derive(
        IReadOnlyList<CallRecord> records, Func<string, ReadOnlyMemory<byte>> page)
    {
        var files = ImmutableArray.CreateBuilder<DerivedFile>();
        var calls = records.Where(record => record.IsLast).ToLookup(record => record.Operation);
        var users = new OperationAnswer(ApiOperations.ListUsers, page);
        users.Take(calls[ApiOperations.ListUsers]);
        foreach (var operation in ApiOperations.All)
        {
            if (operation.File is null)
                continue;
            var answer = operation == ApiOperations.ListUsers ? users : new OperationAnswer(operation, page);
            if (operation != ApiOperations.ListUsers)
                answer.Take(calls[operation]);
            if (operation.Scope == CallScope.User)
                answer.CompareWith(users);
            if (answer.IsEmpty)
                continue;
            files.AddRange(answer.ToFiles());
        }

        return files.ToImmutable();
    }
}
