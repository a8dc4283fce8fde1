using CodingAhead.Codes;
using CodingAhead.Codes.Page;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Codes;

/// <summary>The indicators of the Medicare files: their values, what each means, and the codes that have it.</summary>
public static class IndicatorRoutes
{
    /// <summary>Routes.</summary>
    public static void MapIndicators(this WebApplication app)
    {
        app.MapGet("/indicators", All).OfBook("on").ExcludeFromDescription();
        app.MapGet("/indicators/{kind}", Kind).OfBook("on").ExcludeFromDescription();
        app.MapGet("/indicators/{kind}/{value}", Value).OfBook("on", "from").ExcludeFromDescription();
    }

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult All(Asked asked) => Pages.Show<IndicatorsPage>(new { Asked = asked, Kinds = IndicatorValues.Kinds });

    private static IResult Kind(string kind, Asked asked) =>
        Known(kind) is { } known ? Pages.Show<IndicatorsPage>(new { Asked = asked, Kinds = (IReadOnlyList<IndicatorKind>)[known] }) : TypedResults.NotFound();

    private static IResult Value(string kind, string value, string? from, Asked asked)
    {
        if (Known(kind) is not { } known || IndicatorValues.Of(asked.Book, known, asked.On).FirstOrDefault(v => v.Value.Equals(value, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return TypedResults.NotFound();
        var start = CodeKey.TryParse(from is { Length: > 0 } && char.IsAsciiLetter(from[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, from, out var key) ? key : (CodeKey?)null;
        return Pages.Show<IndicatorPage>(new { Asked = asked, Kind = known, Value = found, From = start });
    }

    private static IndicatorKind? Known(string kind) => IndicatorValues.Kinds.FirstOrDefault(k => k.Id.Equals(kind, StringComparison.OrdinalIgnoreCase));
}
