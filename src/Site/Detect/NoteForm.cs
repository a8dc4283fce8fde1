using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Detect;

/// <summary>What was typed beside a note, as it was typed. Nothing of it is kept anywhere.</summary>
public sealed record NoteForm
{
    /// <summary>The most characters of a note on the page.</summary>
    public const int Longest = 500_000;

    /// <summary>The note.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose rules for uncertain diagnoses hold.</summary>
    public CareSetting Setting { get; init; }

    /// <summary><c>F</c>, <c>M</c> or empty.</summary>
    public string Sex { get; init; } = "";

    /// <summary>Years, or empty.</summary>
    public string Age { get; init; } = "";

    /// <summary>Reads the form.</summary>
    public static NoteForm Of(IFormCollection form) => new()
    {
        // A browser sends a line's end as CR LF whatever it was; one form of it keeps offsets the same however the note came.
        Text = form["text"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal),
        Setting = form["setting"] == "inpatient" ? CareSetting.Inpatient : CareSetting.Outpatient,
        Sex = form["sex"].ToString() is "F" or "M" ? form["sex"].ToString() : "",
        Age = form["age"].ToString().Trim(),
    };

    /// <summary>The options; null, with what is wrong, when a field cannot be read.</summary>
    public DetectOptions? Options(DateOnly? on, out string? error)
    {
        error = null;
        int? age = null;
        if (Age.Length > 0)
        {
            if (!int.TryParse(Age, NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years > 130) error = "The age is a whole number of years from 0 to 130.";
            age = years;
        }

        if (Text.Length > Longest) error = $"A note on this page has at most {Longest.ToString(CultureInfo.InvariantCulture)} characters; longer ones go to POST /api/detect.";
        return error is null ? new DetectOptions { Setting = Setting, On = on, Sex = Sex.Length > 0 ? Sex[0] : null, Age = age } : null;
    }
}
