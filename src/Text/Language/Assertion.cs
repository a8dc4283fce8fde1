namespace CodingAhead.Text.Language;

/// <summary>What a sentence says about a condition it mentions.</summary>
internal enum Assertion : byte
{
    Present,
    Negated,
    Uncertain,
    Family,
    OtherPerson,
    Historical,
    Hypothetical,
    Instruction,
}

/// <summary>A word or words that change what a mention says.</summary>
/// <param name="Kind">How.</param>
/// <param name="From">First word of the cue in the note.</param>
/// <param name="To">Word after it.</param>
internal readonly record struct Cue(Assertion Kind, int From, int To);

/// <summary>What applies to the words of one sentence: for each kind the cue whose scope holds a word.</summary>
internal readonly record struct Status(Cue? Negated, Cue? Uncertain, Cue? Family, Cue? OtherPerson, Cue? Historical, Cue? Hypothetical, Cue? Instruction);
