namespace CodingAhead.Text.Detect.Rules;

/// <summary>The words that name a vaccine by themselves.</summary>
internal static class Vaccines
{
    public static readonly string[] Words =
    [
        "vaccination", "vaccinations", "immunization", "immunizations", "immunisation", "vaccine", "vaccines", "shot", "shots", "booster", "tdap", "dtap", "prevnar", "pneumovax", "shingrix", "gardasil", "mmr", "mmrv", "ipv", "pcv", "pcv13", "pcv15", "pcv20", "pcv21",
        "ppsv23", "menacwy", "menb", "hpv9", "fluzone", "flumist", "pediarix", "pentacel", "vaxelis", "kinrix", "proquad", "rotateq", "bexsero", "beyfortus", "hepb", "hepa",
    ];

    /// <summary>Names that a note uses for a shot when it says that it was given, and for other things else.</summary>
    public static readonly string[] WhenGiven = ["hib", "td", "hpv", "varicella", "rotavirus", "influenza", "flu"];
}
