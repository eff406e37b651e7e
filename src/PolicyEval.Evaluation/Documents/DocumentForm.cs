namespace PolicyEval.Evaluation.Documents;

/// <summary>A kind of document: what stands around its <c>spec</c>, and the spec.</summary>
internal sealed record DocumentForm
{
    /// <summary>The only version of the format.</summary>
    public const string ApiVersion = "policyeval/v1";

    /// <summary>Makes a form.</summary>
    /// <param name="kind">The word behind <c>kind</c>.</param>
    /// <param name="documentation">What such a document is for, in sentences.</param>
    /// <param name="name">What <c>metadata.name</c> may be.</param>
    /// <param name="nameDocumentation">What the name means.</param>
    /// <param name="spec">The spec.</param>
    public DocumentForm(
        string kind, string documentation, TextForm name, string nameDocumentation, MappingForm spec)
    {
        Kind = kind;
        Documentation = documentation;
        Spec = spec;
        Whole = new MappingForm(
            "A document",
            KeyForm.Required(
                "apiVersion", new ChoiceForm<int>((ApiVersion, 1)), $"The version of the format: `{ApiVersion}`."),
            KeyForm.Required("kind", new ChoiceForm<int>((kind, 0)), $"`{kind}`. {documentation}"),
            KeyForm.Required(
                "metadata",
                new MappingForm("The metadata", KeyForm.Required("name", name, nameDocumentation)),
                "Holds the `name`."),
            KeyForm.Required("spec", spec, "What the document says."));
    }

    /// <summary>The word behind <c>kind</c>.</summary>
    public string Kind { get; }

    /// <summary>What such a document is for, in sentences.</summary>
    public string Documentation { get; }

    /// <summary>The spec.</summary>
    public MappingForm Spec { get; }

    /// <summary>The document from its first key.</summary>
    public MappingForm Whole { get; }
}
