using System.Globalization;

namespace CodingAhead.Codes.Fees;

/// <summary>The fees of one state.</summary>
/// <param name="State">Two letters.</param>
/// <param name="NonRural">Dollars outside rural areas; null when blank.</param>
/// <param name="Rural">Dollars in rural areas; null when the file has none, or a zero, which stands for "no rural fee".</param>
public sealed record StateFee(string State, decimal? NonRural, decimal? Rural);

/// <summary>One row of the equipment fee schedule: a code with its modifiers.</summary>
/// <param name="Row">The row.</param>
/// <param name="Schedule"><c>dmepos</c>, or <c>pen</c> for parenteral and enteral nutrition.</param>
/// <param name="Modifiers">As <c>NU</c> bought new, <c>RR</c> rented, <c>UE</c> bought used; with a second one behind a blank; null when none.</param>
/// <param name="Jurisdiction"><c>D</c> equipment contractor, <c>L</c> local contractor, <c>J</c> both; null in nutrition.</param>
/// <param name="Category">The payment category, as <c>CR</c> capped rental; null in nutrition.</param>
/// <param name="Ceiling">National ceiling in dollars.</param>
/// <param name="Floor">National floor in dollars.</param>
/// <param name="States">In the file's order.</param>
public sealed record EquipmentFee(
    FeeRow Row, string Schedule, string? Modifiers, string? Jurisdiction, string? Category, decimal? Ceiling, decimal? Floor, IReadOnlyList<StateFee> States);

/// <summary>
/// The fee schedules for durable medical equipment, prosthetics, orthotics and supplies (42 CFR 414 subpart D) and for parenteral and enteral nutrition
/// (subpart C), by state. Whether an address is rural follows a list of its own (the DMEPOS rural ZIP codes), not the ZIP5 file: both fees are given.
/// Competitive bidding areas are not in these files.
/// </summary>
public static class EquipmentFees
{
    /// <summary>Every row of the code, by modifier.</summary>
    public static IReadOnlyList<EquipmentFee> Of(Book book, CodeKey code, DateOnly on) =>
        [.. FeeRow.Of(book, "dmepos", code, on).Select(r => Of(r, "dmepos")).Concat(FeeRow.Of(book, "pen", code, on).Select(r => Of(r, "pen")))
            .OrderBy(f => f.Schedule, StringComparer.Ordinal).ThenBy(f => f.Modifiers, StringComparer.Ordinal)];

    private static EquipmentFee Of(FeeRow row, string schedule)
    {
        var modifiers = $"{row["modifier"]} {row["modifier2"]}".Trim();
        var limits = row.Dollars("ceiling") is 0 or null;
        return new EquipmentFee(
            row, schedule, modifiers.Length > 0 ? modifiers : null, row.Text("jurisdiction"), row.Text("category"), limits ? null : row.Dollars("ceiling"), limits ? null : row.Dollars("floor"), States(row["fees"]));
    }

    // AL:NR=0.58;AL:R=0;…
    private static List<StateFee> States(string fees)
    {
        var states = new List<StateFee>();
        foreach (var part in fees.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (state, area) = (part[..2], part[3..part.IndexOf('=', StringComparison.Ordinal)]);
            var fee = decimal.Parse(part.AsSpan(part.IndexOf('=', StringComparison.Ordinal) + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) + 0.00m;
            if (states.Count == 0 || states[^1].State != state) states.Add(new StateFee(state, null, null));
            states[^1] = area == "NR" ? states[^1] with { NonRural = fee } : states[^1] with { Rural = fee == 0 ? null : fee };
        }

        return states;
    }
}
