using CodingAhead.Text.Redact;

namespace CodingAhead.Cli;

/// <summary>What is known of the patient, as it comes in.</summary>
internal sealed record KnownJson(IReadOnlyList<string>? Names, IReadOnlyList<string>? Dates, IReadOnlyList<string>? Ids)
{
    public Known ToKnown() => new() { Names = Names ?? [], Dates = Dates ?? [], Ids = Ids ?? [] };
}
