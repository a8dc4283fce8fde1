namespace CodingAhead.Claims.X12;

/// <summary>
/// Who renders the services of a claim, and where: what its lines say alike, else what the claim says (2310), else the billing provider.
/// A claim that is checked has one provider; lines that name another are remarked on.
/// </summary>
internal sealed class ClaimProviders(CodeStrings codes)
{
    private readonly List<(int Line, string? Npi, string Kind, string? Zip)> _ofLines = [];
    private string? _npi, _zip;
    private string _kind = "physician";
    private bool _rendering;

    /// <summary>Forgets those of the claim before.</summary>
    public void Clear()
    {
        _ofLines.Clear();
        (_npi, _zip, _kind, _rendering) = (null, null, "physician", false);
    }

    /// <summary>Reads NM1, N4 or PRV of loop 2310.</summary>
    public Flaw? OfClaim(in Segment s, Entity entity)
    {
        if (s.Id == SegmentId.NM1 && entity == Entity.Rendering)
        {
            _rendering = true;
            return Entities.TryNpi(s, codes, out _npi) ? null : Flaw.Of(s, 9, "a national provider identifier");
        }

        if (s.Id == SegmentId.N4 && entity == Entity.Facility) _zip = Entities.Zip(s, codes);
        if (s.Id == SegmentId.PRV && entity == Entity.Rendering) _kind = Taxonomy.Kind(s[3]);
        return null;
    }

    /// <summary>Reads NM1, N4 or PRV of loop 2420.</summary>
    public Flaw? OfLine(in Segment s, Entity entity, LineDraft line)
    {
        if (s.Id == SegmentId.NM1 && entity == Entity.Rendering)
        {
            if (!Entities.TryNpi(s, codes, out var npi)) return Flaw.Of(s, 9, "a national provider identifier");
            line.Npi = npi;
        }

        if (s.Id == SegmentId.N4 && entity == Entity.Facility) line.Zip = Entities.Zip(s, codes);
        if (s.Id == SegmentId.PRV && entity == Entity.Rendering) line.Kind = Taxonomy.Kind(s[3]);
        return null;
    }

    /// <summary>Keeps what a line says for itself.</summary>
    public void EndLine(int number, LineDraft line)
    {
        if (line.Npi is not null || line.Zip is not null) _ofLines.Add((number, line.Npi, line.Kind, line.Zip));
    }

    /// <summary>The one provider of the claim.</summary>
    public Provider Choose(BillingLoop billing, int lines, Guide guide, Remarks remarks)
    {
        // A hospital bills what its staff does in its own name.
        var (npi, kind) = _rendering && guide == Guide.Professional ? (_npi ?? billing.Npi, _kind) : (billing.Npi, billing.Kind);
        var zip = _zip ?? billing.Zip;
        if (_ofLines.Count > 0 && guide == Guide.Professional)
        {
            if (_ofLines.Count == lines && _ofLines.TrueForAll(l => l.Npi is not null && l.Npi == _ofLines[0].Npi)) (npi, kind) = (_ofLines[0].Npi, _ofLines[0].Kind);
            if (_ofLines.Count == lines && _ofLines.TrueForAll(l => l.Zip is not null && l.Zip == _ofLines[0].Zip)) zip = _ofLines[0].Zip;
            Tell(l => l.Npi is not null && l.Npi != npi, "name another rendering provider (NM1 82), which is left out", remarks);
            Tell(l => l.Zip is not null && l.Zip != zip, "name another service facility (NM1 77), which is left out", remarks);
        }

        return new Provider { Npi = npi, Kind = kind, Zip = zip };
    }

    private void Tell(Predicate<(int Line, string? Npi, string Kind, string? Zip)> other, string what, Remarks remarks)
    {
        var lines = _ofLines.FindAll(other);
        if (lines.Count > 0) remarks.Add($"Lines {string.Join(", ", lines.Take(10).Select(l => l.Line))}{(lines.Count > 10 ? " and more" : "")} {what}.");
    }
}
