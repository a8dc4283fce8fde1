using CodingAhead.Claims;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Claims;

/// <summary>The claims that a request brings.</summary>
internal static class ClaimBody
{
    /// <summary>The form of a body that is streamed; null for others.</summary>
    public static ClaimFormat? Streamed(string? mediaType) => mediaType switch
    {
        "application/edi-x12" => ClaimFormat.X12,
        "text/csv" => ClaimFormat.Csv,
        "application/fhir+ndjson" => ClaimFormat.FhirLines,
        _ => LineStream.Is(mediaType) ? ClaimFormat.JsonLines : null,
    };
}
