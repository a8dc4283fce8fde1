using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// What the note denies, tells of somebody else, or names only as a possibility of the future is no diagnosis of the patient (Official Guidelines, section III and IV.J: code
/// conditions that exist at the time of the encounter).
/// </summary>
internal static class Asserted
{
    public static readonly Rule Rule = new("asserted", "Guidelines IV.J", Apply);

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Mentions.Concat(note.External))
        {
            var reason = m.Assertion switch
            {
                Assertion.Negated => RejectReasons.Negated,
                Assertion.Family => RejectReasons.Family,
                Assertion.OtherPerson => RejectReasons.OtherPerson,
                Assertion.Hypothetical => RejectReasons.Hypothetical,
                Assertion.Instruction => RejectReasons.Instruction,
                _ => null,
            };
            // A status code is about history, risk or contact itself.
            if (reason is not null) m.Reject(reason, Rule.Source);
        }
    }
}
