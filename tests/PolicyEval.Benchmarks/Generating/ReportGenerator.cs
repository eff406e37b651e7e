using System.Security.Cryptography;

namespace PolicyEval.Benchmarks.Generating;

/// <summary>
/// Writes a credential report over many accounts, each with its root user's row first, row by row to the disk.
/// </summary>
internal static class ReportGenerator
{
    private const int BufferBytes = 1 << 20;
    private const int WithoutUsersPerMille = 60;

    /// <summary>How many columns there are.</summary>
    public const int Columns = 23;

    /// <summary>The columns as AWS writes them.</summary>
    public const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
        + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
        + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
        + "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,"
        + "cert_2_active,cert_2_last_rotated,additional_credentials_info";

    /// <summary>Writes one.</summary>
    public static GeneratedReport Write(ReportShape shape, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new MemoryStream(BufferBytes);
        buffer.Write(System.Text.Encoding.ASCII.GetBytes(Header + "\n"));
        var random = new SeededRandom((ulong)shape.Seed);
        var writer = new AccountWriter(random);
        var accounts = 0;
        for (var rows = 0L; rows < shape.Rows; accounts++)
        {
            writer.WriteRoot(accounts, shape.Seed);
            buffer.Write(writer.Row.Bytes);
            rows++;
            var users = random.PerMille(WithoutUsersPerMille) ? 0 : 1 + random.Next(shape.UsersMax);
            for (var user = 0; user < users && rows < shape.Rows; user++, rows++)
            {
                writer.WriteUser(user);
                buffer.Write(writer.Row.Bytes);
                if (buffer.Length > BufferBytes - 8192)
                    HandOn(buffer, file, hash);
            }
        }

        HandOn(buffer, file, hash);
        return new GeneratedReport(
            path, shape, file.Length, accounts, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void HandOn(MemoryStream buffer, FileStream file, IncrementalHash hash)
    {
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        hash.AppendData(bytes);
        file.Write(bytes);
        buffer.SetLength(0);
    }
}
