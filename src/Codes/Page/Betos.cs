namespace CodingAhead.Codes.Page;

/// <summary>
/// The families of the Berenson-Eggers Type of Service codes of the HCPCS file, in our words. The first letter is the kind, letter and digit the family;
/// the third character divides it further and is left as printed.
/// </summary>
internal static class Betos
{
    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["M1"] = "Office visits", ["M2"] = "Hospital visits", ["M3"] = "Emergency visits", ["M4"] = "Home and nursing home visits", ["M5"] = "Visits to specialists", ["M6"] = "Consultations",
        ["P0"] = "Anesthesia", ["P1"] = "Major procedures", ["P2"] = "Major cardiovascular procedures", ["P3"] = "Major orthopedic procedures", ["P4"] = "Eye procedures",
        ["P5"] = "Ambulatory procedures", ["P6"] = "Minor procedures", ["P7"] = "Oncology procedures", ["P8"] = "Endoscopy", ["P9"] = "Dialysis services",
        ["I1"] = "Standard imaging", ["I2"] = "Advanced imaging", ["I3"] = "Ultrasound", ["I4"] = "Imaging with procedures",
        ["T1"] = "Laboratory tests", ["T2"] = "Other tests", ["D1"] = "Medical equipment, supplies, prosthetics and orthotics",
        ["O1A"] = "Ambulance", ["O1B"] = "Chiropractic", ["O1C"] = "Tube and vein feeding", ["O1D"] = "Chemotherapy", ["O1E"] = "Other drugs", ["O1F"] = "Hearing and speech services", ["O1G"] = "Immunizations",
    };

    /// <summary>The family of a code; null when it has none of these.</summary>
    public static string? Family(string code) => Families.GetValueOrDefault(code) ?? (code.Length >= 2 ? Families.GetValueOrDefault(code[..2]) : null);
}
