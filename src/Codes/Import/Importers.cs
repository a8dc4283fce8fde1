namespace CodingAhead.Codes.Import;

/// <summary>Every layout the product reads: a new one is one file beside these and one line here.</summary>
public static class Importers
{
    /// <summary>All importers, in the order in which files are offered to them.</summary>
    public static readonly IReadOnlyList<IImporter> All =
    [
        new PfsRvu(),
        new PfsRvuText(),
        new Gpci(),
        new LocalityCounty(),
        new AnesthesiaCf(),
        new OppsCap(),
        new ZipLocality(),
        new HcpcsAnweb(),
        new HcpcsNotes(),
        new HcpcsNoc(),
        new NcciPtp(),
        new NcciMue(),
        new NcciAddOn(),
        new OppsAddendumB(),
        new OppsApc(),
        new OppsStatus(),
        new WageIndex(),
        new AscAddenda(),
        new Clfs(),
        new Dmepos(),
        new DmePen(),
        new AspPricing(),
        new AspCrosswalk(),
        new Rbcs(),
        new CcsServices(),
        new PlaceOfService(),
        new RevenueCentre(),
        new AmaCpt(),
        new PfsFee(),
    ];
}
