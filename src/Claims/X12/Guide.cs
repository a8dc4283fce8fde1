namespace CodingAhead.Claims.X12;

/// <summary>The implementation guide a transaction set follows (ST03, GS08).</summary>
internal enum Guide : byte
{
    /// <summary>None that is read: dental claims, other transactions, versions before 005010.</summary>
    None,

    /// <summary>837P: 005010X222 and its errata.</summary>
    Professional,

    /// <summary>837I: 005010X223 and its errata.</summary>
    Institutional,
}

/// <summary>Finds the guide by its name.</summary>
internal static class Guides
{
    /// <summary>What ST03 and GS08 should be.</summary>
    public const string Expected = "005010X222A1 (837P) or 005010X223A2 (837I)";

    extension(Guide)
    {
        /// <summary>The guide of this name, with or without the number of its errata.</summary>
        public static Guide Of(ReadOnlySpan<byte> version) =>
            version.StartsWith("005010X222"u8) ? Guide.Professional : version.StartsWith("005010X223"u8) ? Guide.Institutional : Guide.None;
    }
}
