namespace CodingAhead.Text.Language;

/// <summary>What a part of a note is about: it sets whose condition is told, when, and how much it weighs as a diagnosis.</summary>
internal enum SectionKind : byte
{
    /// <summary>No header, or an unknown one.</summary>
    Body,
    Complaint,
    History,
    Pmh,
    Psh,
    Family,
    Social,
    Allergies,
    Medications,
    Ros,
    Vitals,
    Exam,
    Results,
    Assessment,
    Plan,
    Course,
    Procedure,
    Instructions,
    Consent,
    Immunizations,
    Complications,
    Administrative,
}

/// <summary>A part of a note under one header.</summary>
/// <param name="Kind">What the header means.</param>
/// <param name="Header">The header as it stands; empty for the part before the first.</param>
/// <param name="Start">First UTF-16 offset, the header included.</param>
/// <param name="End">UTF-16 offset after it.</param>
internal sealed record Section(SectionKind Kind, string Header, int Start, int End);

/// <summary>A sentence, list entry or table cell: words <c>[From, To)</c> of the note.</summary>
/// <param name="From">First word.</param>
/// <param name="To">Word after the last.</param>
/// <param name="Section">Where it stands.</param>
internal readonly record struct Sentence(int From, int To, Section Section);
