using System.Text.Json;

namespace PolicyEval.Architecture.Tests.Shipping;

/// <summary>
/// What lies beside each program, in its folder and in its package, follows from its lock file: the bill of materials
/// and the notices. They are text in the tree, so that a change of packages shows there too.
/// </summary>
public sealed class ShippedFilesTests
{
    /// <summary>Set to 1, this variable makes the tests write the files instead of comparing them.</summary>
    private const string UpdateVariable = "POLICYEVAL_UPDATE";

    public static TheoryData<string> Names => [.. ShippedProgram.All.Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bill_of_materials_follows_from_the_lock_file(string name) =>
        AssertCurrent(Program(name).PathOf("cdx.json"), BillOfMaterials.Of(Program(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_notices_follow_from_the_lock_file(string name) =>
        AssertCurrent(Program(name).PathOf("notices.txt"), Notices.Of(Program(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_package_is_a_component_once_and_nothing_else_but_the_runtime_is(string name)
    {
        var program = Program(name);
        using var bill = JsonDocument.Parse(File.ReadAllText(program.PathOf("cdx.json")));
        var components = bill.RootElement.GetProperty("components").EnumerateArray()
            .Select(component => component.GetProperty("purl").GetString()!).ToArray();

        Assert.Equal(
            program.Packages.Select(package => package.Url).Prepend($"pkg:github/dotnet/runtime@v{program.Compiler.Version}"),
            components);
        var references = bill.RootElement.GetProperty("dependencies").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("dependsOn").EnumerateArray())
            .Select(reference => reference.GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            program.Shipped.Select(package => package.Url).Order(StringComparer.Ordinal),
            references.Where(reference => reference.StartsWith("pkg:nuget/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("policyeval", "Spectre.Console|Spectre.Console.Ansi|System.CommandLine|YamlDotNet")]
    [InlineData(
        "policyeval-collect",
        "AWSSDK.Core|AWSSDK.Extensions.Numerics|AWSSDK.SSO|AWSSDK.SSOOIDC|AWSSDK.SecurityToken|Spectre.Console|"
        + "Spectre.Console.Ansi|System.CommandLine|System.IO.Hashing")]
    public void What_is_shipped_is_known(string name, string packages) =>
        Assert.Equal(packages.Split('|'), Program(name).Shipped.Select(package => package.Name));

    [Theory]
    [InlineData("policyeval", "Copyright (c) Antoine Aubry")]
    [InlineData("policyeval", "Licence: MIT")]
    [InlineData("policyeval", "Permission is hereby granted, free of charge")]
    [InlineData("policyeval-collect", "Apache License\n                           Version 2.0, January 2004")]
    [InlineData("policyeval", "License notice for Zlib")]
    [InlineData("policyeval-collect", "This product includes software developed by vbAccelerator")]
    [InlineData("policyeval-collect", "Amazon.com, Inc. or its affiliates. All Rights Reserved.")]
    public void The_notices_hold_copyrights_and_licence_texts(string name, string text) =>
        Assert.Contains(text, File.ReadAllText(Program(name).PathOf("notices.txt")), StringComparison.OrdinalIgnoreCase);

    private static ShippedProgram Program(string name) => ShippedProgram.All.Single(program => program.Name == name);

    private static void AssertCurrent(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(path, expected);

        Assert.True(
            expected == File.ReadAllText(path),
            $"{Path.GetFileName(path)} is not what the lock file gives: set {UpdateVariable}=1 and run this test to write it.");
    }
}
