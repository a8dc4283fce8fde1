namespace CodingAhead.Text.Detect;

/// <summary>Whose rules for uncertain diagnoses hold (Official Guidelines, sections II.H and IV.H).</summary>
public enum CareSetting : byte
{
    /// <summary>Physician's office, clinic, emergency department, hospital outpatient: an uncertain diagnosis is not coded, its symptom is.</summary>
    Outpatient,

    /// <summary>Hospital inpatient: a diagnosis uncertain at discharge is coded as if it existed, with named exceptions.</summary>
    Inpatient,
}

/// <summary>What is known beside the note's text.</summary>
public readonly record struct DetectOptions
{
    /// <summary>All defaults.</summary>
    public DetectOptions()
    {
    }

    /// <summary>Outpatient when not given, which codes less.</summary>
    public CareSetting Setting { get; init; } = CareSetting.Outpatient;

    /// <summary>Date of service: only codes valid on it are given. Null takes the book's newest edition of ICD-10-CM.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The patient's sex, <c>F</c> or <c>M</c>; null leaves out what depends on it.</summary>
    public char? Sex { get; init; }

    /// <summary>Age in years on the date of service; null when unknown.</summary>
    public int? Age { get; init; }
}
