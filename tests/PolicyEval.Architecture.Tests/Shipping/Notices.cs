using System.Globalization;
using System.Text;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests.Shipping;

/// <summary>Writes whose software is inside a program, and under which licences.</summary>
internal static class Notices
{
    private const string Rule = "--------------------------------------------------------------------------------";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The licences that a package may have; each asks for its text.</summary>
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "MIT", "Apache-2.0" };

    /// <summary>The whole file.</summary>
    public static string Of(ShippedProgram program)
    {
        var shipped = program.Shipped.Select(package => (Package: package, Facts: PackageFacts.Of(package))).ToArray();
        var page = new StringBuilder();
        page.Append(Invariant, $"{program.Name} contains software of others. Whose it is and on what terms stands below.\n");
        page.Append("This file is made from the lock file of the packages.\n");
        foreach (var (package, facts) in shipped)
            AppendPackage(page, package, facts);
        page.Append(Invariant, $"\n{Rule}\n.NET {program.Compiler.Version}: the runtime inside the native program\n");
        page.Append("Copyright (c) .NET Foundation and Contributors. All rights reserved.\n");
        page.Append("Licence: MIT. What it contains of others stands at the end.\n");

        foreach (var text in shipped.Select(one => one.Facts.Licence).Append("MIT").Distinct().Order(StringComparer.Ordinal))
            page.Append(Invariant, $"\n{Rule}\nThe text of {text}\n\n{TextOf(text)}");
        page.Append(Invariant, $"\n{Rule}\nWhat .NET {program.Compiler.Version} contains of others\n\n");
        return page.Append(PackageFacts.NoticesOf(program.Compiler).TrimEnd('\n')).Append('\n').ToString();
    }

    private static void AppendPackage(StringBuilder page, LockedPackage package, PackageFacts facts)
    {
        Assert.True(Texts.Contains(facts.Licence), $"{package.Name}: nobody looked at {facts.Licence}");
        page.Append(Invariant, $"\n{Rule}\n{package.Name} {package.Version}\n{facts.Copyright}\nBy {facts.Authors}\n");
        page.Append(Invariant, $"Licence: {facts.Licence}\n");
        if (File.Exists(PathOf(package.Name)))
            page.Append('\n').Append(TextOf(package.Name));
    }

    private static string TextOf(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    private static string PathOf(string name) =>
        Repository.PathOf("tests", "PolicyEval.Architecture.Tests", "Licences", $"{name}.txt");
}
