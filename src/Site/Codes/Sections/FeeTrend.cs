using System.Globalization;
using System.Net;
using System.Text;
using CodingAhead.Codes.Page;
using Microsoft.AspNetCore.Components;

namespace CodingAhead.Site.Codes.Sections;

/// <summary>A schedule's amount from edition to edition as a stepped line: an amount holds until the next edition begins. The table below it has the numbers.</summary>
public static class FeeTrend
{
    private const double Width = 640;
    private const double Top = 22;
    private const double Bottom = 70;
    private const double Left = 12;

    /// <summary>The picture.</summary>
    /// <param name="name">The schedule.</param>
    /// <param name="editions">Oldest first, of at least two dates.</param>
    public static MarkupString Svg(string name, IReadOnlyList<EditionAmount> editions)
    {
        var (first, last) = (editions[0], editions[^1]);
        var (low, high) = (editions.Min(e => e.Amount), editions.Max(e => e.Amount));
        var svg = new StringBuilder();
        Say(svg, $"<svg viewBox=\"0 0 {Width} 96\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(name)} by edition: from {OtherSchedules.Dollars(first.Amount)} in {WebUtility.HtmlEncode(first.Edition)} to {OtherSchedules.Dollars(last.Amount)} in {WebUtility.HtmlEncode(last.Edition)}\">");
        svg.Append("<path class=\"trend\" d=\"");
        for (var i = 0; i < editions.Count; i++)
        {
            var (x, y) = (X(editions[i]), Y(editions[i].Amount));
            Say(svg, i == 0 ? (FormattableString)$"M{x:0.0} {y:0.0}" : $"H{x:0.0}V{y:0.0}");
        }

        svg.Append("\"/>");
        foreach (var e in editions) Say(svg, $"<circle cx=\"{X(e):0.0}\" cy=\"{Y(e.Amount):0.0}\" r=\"3\"><title>{WebUtility.HtmlEncode(e.Edition)} {OtherSchedules.Dollars(e.Amount)}</title></circle>");
        Say(svg, $"<text x=\"{Left}\" y=\"12\">{WebUtility.HtmlEncode(name)}: {OtherSchedules.Dollars(first.Amount)}</text><text x=\"{Width - Left}\" y=\"12\" text-anchor=\"end\">{OtherSchedules.Dollars(last.Amount)}</text>");
        Say(svg, $"<text x=\"{Left}\" y=\"90\">{Words.Date(first.From)}</text><text x=\"{Width - Left}\" y=\"90\" text-anchor=\"end\">{Words.Date(last.From)}</text></svg>");
        return new MarkupString(svg.ToString());

        double X(EditionAmount e) => Left + (Width - 2 * Left) * (e.From.DayNumber - first.From.DayNumber) / Math.Max(1, last.From.DayNumber - first.From.DayNumber);
        double Y(decimal amount) => high == low ? (Top + Bottom) / 2 : Bottom - (Bottom - Top) * (double)((amount - low) / (high - low));
    }

    private static void Say(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
