namespace CodingAhead.Codes;

/// <summary>Whose words a text is, and so whether an installation may hold it. Codes, numbers and our own words are always public.</summary>
[Flags]
public enum Licence : byte
{
    /// <summary>US government work or our own: may be shown to anybody.</summary>
    Public = 0,

    /// <summary>CPT descriptors (American Medical Association).</summary>
    Ama = 1,

    /// <summary>Dental (D code) descriptors (American Dental Association).</summary>
    Ada = 2,

    /// <summary>Revenue and bill type texts (National Uniform Billing Committee).</summary>
    Nubc = 4,
}

/// <summary>Reading and writing of licence classes.</summary>
public static class Licences
{
    /// <summary>The class as written in options and configuration.</summary>
    public static string Id(this Licence licence) => licence switch { Licence.Ama => "ama", Licence.Ada => "ada", Licence.Nubc => "nubc", _ => "public" };

    /// <summary>Reads a comma-separated list such as <c>ama,ada</c>.</summary>
    public static bool TryParse(string? text, out Licence accepted)
    {
        accepted = Licence.Public;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            switch (part.ToLowerInvariant())
            {
                case "ama": accepted |= Licence.Ama; break;
                case "ada": accepted |= Licence.Ada; break;
                case "nubc": accepted |= Licence.Nubc; break;
                case "public" or "none": break;
                default: return false;
            }
        }

        return true;
    }
}
