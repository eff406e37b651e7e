using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>A text that grows up to the limit of strings, or to the first failure.</summary>
internal sealed class FormattedText
{
    private readonly StringBuilder _text = new();
    private CelValue _failure;

    /// <summary>Whether nothing more is of use.</summary>
    public bool HasFailed => !_failure.IsValue;

    public void Append(string part)
    {
        if (HasFailed)
            return;
        if ((long)_text.Length + part.Length > CelLimits.StringLength)
            Fail(CelErrors.StringTooLong);
        else
            _text.Append(part);
    }

    /// <summary>Keeps the first error or unknown.</summary>
    public void Fail(CelValue failure) => _failure = HasFailed ? _failure : failure;

    /// <summary>The string, or the failure.</summary>
    public CelValue ToValue() => HasFailed ? _failure : CelValue.Of(_text.ToString());
}
