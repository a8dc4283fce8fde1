using System.Text;
using System.Text.Json;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Answers;

/// <summary>What is said of a claim: verdicts, a price, or both.</summary>
/// <param name="Check">The verdicts; null when only the price was asked for.</param>
/// <param name="Price">The price; null when only the verdicts were asked for.</param>
public readonly record struct ClaimAnswer(CheckResult? Check, PriceResult? Price)
{
    /// <summary>The first row of a table of such answers.</summary>
    public string CsvHeader => Check is null ? PriceCsv.Header : CheckCsv.Header;

    /// <summary>Writes it as one JSON object; with both, the price is the field <c>price</c> of the verdicts.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (Check is null) JsonSerializer.Serialize(json, Price!, PriceJson.Line.PriceResult);
        else if (Price is null) JsonSerializer.Serialize(json, Check, ClaimsJson.Line.CheckResult);
        else JsonSerializer.Serialize(json, new CheckedAndPriced(Check.Id, Check.Verdict, Check.Stale, Check.Findings, Check.Sources, Check.Place, Price), PriceJson.Line.CheckedAndPriced);
    }

    /// <summary>Writes its rows: a finding each, or a priced line each when only the price was asked for.</summary>
    public void WriteCsv(StringBuilder text)
    {
        if (Check is not null) CheckCsv.Write(text, Check);
        else PriceCsv.Write(text, Price!);
    }

    /// <summary>Writes it for a person.</summary>
    public void WriteText(StringBuilder text)
    {
        if (Check is not null) CheckText.Write(text, Check);
        if (Price is not null) PriceText.Write(text, Price);
    }
}

/// <summary>Verdicts and price of a claim as one object.</summary>
public sealed record CheckedAndPriced(
    string? Id, string Verdict, IReadOnlyList<string> Stale, IReadOnlyList<Finding> Findings, IReadOnlyList<Codes.Page.CitedSource> Sources, Origin? Place, PriceResult Price);
