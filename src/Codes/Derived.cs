namespace CodingAhead.Codes;

/// <summary>Tables that no release prints but that follow from one, turned round; each row cites the line it follows from.</summary>
public static class Derived
{
    /// <summary>What replaced a code: from conversion tables (previous → current), HCPCS cross references and our own history.</summary>
    public static readonly Table Successor = new("successor", "set", "code", "effective") { Snapshot = false };

    /// <summary>Add-on codes of a primary code: the NCCI add-on file read from its other side.</summary>
    public static readonly Table AddOnOf = new("addon-of", "addon", "type", "note") { Snapshot = false };
}
