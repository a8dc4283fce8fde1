using System.Globalization;
using System.Net;
using System.Text;
using CodingAhead.Codes.Fees;
using Microsoft.AspNetCore.Components;

namespace CodingAhead.Site.Codes.Sections;

/// <summary>
/// Amounts on one axis, a dot a locality, stacked where they would touch; nation and chosen locality marked, lowest, median and highest labelled.
/// The same numbers stand in a table below, so the picture is one image with a description.
/// </summary>
public static class FeeStrip
{
    private const double Width = 640;
    private const double Left = 12;
    private const double Dot = 3;
    private const double Step = 6.6;

    /// <summary>The picture.</summary>
    /// <param name="amounts">Lowest first.</param>
    /// <param name="national">The amount not adjusted to a locality.</param>
    /// <param name="chosen">Contractor and number of the locality asked for.</param>
    public static MarkupString Svg(IReadOnlyList<(LocalityFee Fee, decimal Amount)> amounts, decimal? national, string? chosen)
    {
        var (low, high, median) = (amounts[0].Amount, amounts[^1].Amount, Median(amounts));
        var levels = new List<double>();
        var dots = new List<(double X, int Level, LocalityFee Fee, decimal Amount)>();
        foreach (var (fee, amount) in amounts)
        {
            var x = X(amount, low, high);
            var level = levels.FindIndex(last => x - last >= Step);
            if (level < 0) (level, _) = (levels.Count, Add(levels));
            levels[level] = x;
            dots.Add((x, level, fee, amount));
        }

        var ground = 46 + levels.Count * Step;
        var svg = new StringBuilder();
        Say(svg, $"<svg viewBox=\"0 0 {Width} {ground + 44:0}\" role=\"img\" aria-labelledby=\"strip-t strip-d\"><title id=\"strip-t\">Amount by locality</title>");
        Say(svg, $"<desc id=\"strip-d\">{amounts.Count} localities from {Money(low)} to {Money(high)}, median {Money(median)}{(national is { } whole ? $", nation {Money(whole)}" : "")}{(dots.FirstOrDefault(d => Is(d.Fee, chosen)) is { Fee: { } asked } at ? $", {Text(asked.At.Name)} {Money(at.Amount)}" : "")}. The table below has all of them.</desc>");
        Say(svg, $"<line class=\"axis\" x1=\"{Left}\" x2=\"{Width - Left}\" y1=\"{ground + 6:0.0}\" y2=\"{ground + 6:0.0}\"/>");
        if (national is { } n && n >= low && n <= high) Mark(svg, X(n, low, high), 10, ground + 6, "nation", $"Nation {Money(n)}");
        foreach (var (x, level, fee, amount) in dots)
        {
            if (!Is(fee, chosen)) Say(svg, $"<circle cx=\"{x:0.0}\" cy=\"{ground - level * Step:0.0}\" r=\"{Dot}\"><title>{Text(fee.At.State)} {Text(fee.At.Name)} {Money(amount)}</title></circle>");
        }

        foreach (var (x, level, fee, amount) in dots.Where(d => Is(d.Fee, chosen)))
        {
            Mark(svg, x, 32, ground - level * Step, "chosen", $"{Text(Brief(fee.At.Name))} {Money(amount)}");
            Say(svg, $"<circle class=\"chosen\" cx=\"{x:0.0}\" cy=\"{ground - level * Step:0.0}\" r=\"{Dot * 1.8:0.0}\"/>");
        }

        Tick(svg, X(low, low, high), ground, 22, "start", $"lowest {Money(low)}");
        Tick(svg, X(high, low, high), ground, 22, "end", $"highest {Money(high)}");
        Tick(svg, X(median, low, high), ground, 37, Anchor(X(median, low, high)), $"median {Money(median)}");
        svg.Append("</svg>");
        return new MarkupString(svg.ToString());
    }

    private static decimal Median(IReadOnlyList<(LocalityFee Fee, decimal Amount)> amounts) => amounts.Count % 2 == 1
        ? amounts[amounts.Count / 2].Amount
        : Cents.Round((amounts[amounts.Count / 2 - 1].Amount + amounts[amounts.Count / 2].Amount) / 2);

    private static double X(decimal amount, decimal low, decimal high) => high == low ? Width / 2 : Left + (Width - 2 * Left) * (double)((amount - low) / (high - low));

    private static bool Is(LocalityFee fee, string? chosen) => fee.At.Mac + fee.At.Number == chosen;

    private static int Add(List<double> levels)
    {
        levels.Add(double.MinValue);
        return levels.Count;
    }

    private static void Mark(StringBuilder svg, double x, double y, double to, string kind, string label) =>
        Say(svg, $"<line class=\"{kind}\" x1=\"{x:0.0}\" x2=\"{x:0.0}\" y1=\"{y + 3:0.0}\" y2=\"{to:0.0}\"/><text class=\"{kind}\" x=\"{x + (x > Width / 2 ? -4 : 4):0.0}\" y=\"{y + 2:0.0}\" text-anchor=\"{(x > Width / 2 ? "end" : "start")}\">{label}</text>");

    private static void Tick(StringBuilder svg, double x, double ground, double down, string anchor, string label) =>
        Say(svg, $"<line class=\"axis\" x1=\"{x:0.0}\" x2=\"{x:0.0}\" y1=\"{ground + 6:0.0}\" y2=\"{ground + down - 10:0.0}\"/><text x=\"{x:0.0}\" y=\"{ground + down:0.0}\" text-anchor=\"{anchor}\">{label}</text>");

    private static string Anchor(double x) => x < Width * .3 ? "start" : x > Width * .7 ? "end" : "middle";

    // A name of ninety characters would leave the picture.
    private static string Brief(string name) => name.Length <= 20 ? name : name[..19].TrimEnd() + "…";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Money(decimal amount) => Words.Money(amount);

    private static void Say(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
