using System.Globalization;

namespace PolicyEval.Benchmarks.Generating;

/// <summary>Writes the rows of accounts, one at a time, as AWS writes them, with a few that are odd.</summary>
internal sealed class AccountWriter(SeededRandom random)
{
    private const int OddPerMille = 3;

    private static readonly string[] Words =
    [
        "alex", "bo", "carmen", "dana", "elif", "farid", "gita", "hugo", "ines", "jun", "kim", "lena", "build",
        "deploy", "backup", "report", "billing", "monitor",
    ];

    private static readonly string[] OddNames = ["archive,2019", "zoë", "müller", "данные", "用户", "🔑"];

    private static readonly string[] Regions = ["us-east-1", "eu-central-1", "eu-west-1", "ap-southeast-2"];

    private static readonly string[] Services = ["s3", "ec2", "ecr", "sts", "lambda", "cloudformation"];

    private readonly Instants _instants = new(random);
    private readonly OddCells _odd = new(random);
    private string _prefix = "";

    /// <summary>The row.</summary>
    public RowText Row { get; } = new();

    /// <summary>The root user's row of the next account.</summary>
    public void WriteRoot(int index, int seed)
    {
        // Each id once: the factor has no divisor in common with 10^12.
        var id = ((index * 3_333_333_331L) + seed) % 1_000_000_000_000;
        var partition = random.PerMille(20) ? "aws-us-gov" : "aws";
        _prefix = $"arn:{partition}:iam::{id.ToString("D12", CultureInfo.InvariantCulture)}:";
        Start();
        var created = _instants.Creation();
        Row.AddText("<root_account>");
        Row.AddText(_prefix + "root");
        Row.Add(created, default);
        switch (random.Next(4))
        {
            case 0:
                Row.Add(false);
                break;
            case 1:
                Row.Add(true);
                break;
            default:
                Row.Add("not_supported"u8);
                break;
        }

        Row.Add(random.PerMille(700) ? _instants.Since(created, recentPerMille: 60) : null, "no_information"u8);
        Row.Add("not_supported"u8);
        Row.Add("not_supported"u8);
        Row.Add(random.PerMille(850));
        WriteKey(random.PerMille(40) ? Key(created, activePerMille: 600) : KeyCells.None);
        WriteKey(random.PerMille(10) ? Key(created, activePerMille: 600) : KeyCells.None);
        WriteRest(created);
    }

    /// <summary>A user's row of that account.</summary>
    public void WriteUser(int index)
    {
        Start();
        var created = _instants.Creation();
        var hasPassword = random.PerMille(450);
        var name = random.PerMille(2)
            ? $"{OddNames[random.Next(OddNames.Length)]}-{index}"
            : $"{Words[random.Next(Words.Length)]}.{Words[random.Next(Words.Length)]}-{index}";
        Row.AddText(name);
        Row.AddText(random.PerMille(100) ? $"{_prefix}user/engineering/{name}" : $"{_prefix}user/{name}");
        Row.Add(created, default);
        WritePassword(hasPassword, created);
        Row.Add(hasPassword && random.PerMille(800));
        WriteKey(random.PerMille(hasPassword ? 300 : 800) ? Key(created, activePerMille: 850) : KeyCells.None);
        WriteKey(random.PerMille(150) ? Key(created, activePerMille: 600) : KeyCells.None);
        WriteRest(created);
    }

    private void Start()
    {
        Row.Clear();
        if (random.PerMille(OddPerMille))
            _odd.Choose(Row);
    }

    private void WritePassword(bool isEnabled, long created)
    {
        Row.Add(isEnabled);
        if (!isEnabled)
        {
            Row.Add("N/A"u8);
            Row.Add("N/A"u8);
            Row.Add("N/A"u8);
            return;
        }

        Row.Add(random.PerMille(880) ? _instants.Since(created, recentPerMille: 850) : null, "no_information"u8);
        Row.Add(_instants.Since(created, recentPerMille: 600), default);
        Row.Add(random.PerMille(500) ? _instants.Ahead() : null, "N/A"u8);
    }

    private KeyCells Key(long created, int activePerMille)
    {
        var made = _instants.KeyMade(created);
        return new KeyCells(
            random.PerMille(activePerMille), made,
            random.PerMille(850) ? _instants.Since(made, recentPerMille: 800) : null);
    }

    private void WriteKey(KeyCells key)
    {
        Row.Add(key.IsActive);
        Row.Add(key.Rotated, "N/A"u8);
        Row.Add(key.Used, "N/A"u8);
        Row.AddText(key.Used is null ? "N/A" : Regions[random.Next(Regions.Length)]);
        Row.AddText(key.Used is null ? "N/A" : Services[random.Next(Services.Length)]);
    }

    private void WriteRest(long created)
    {
        var hasCertificate = random.PerMille(10);
        Row.Add(hasCertificate);
        Row.Add(hasCertificate ? created : null, "N/A"u8);
        Row.Add(false);
        Row.Add("N/A"u8);
        Row.Add(random.PerMille(1) ? "access_key_3"u8 : default);
        Row.EndLine();
    }
}
