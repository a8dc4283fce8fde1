namespace CodingAhead.Claims.Fhir;

/// <summary>A Claim resource of FHIR R4 as a claim.</summary>
internal sealed class FhirClaim(FhirNode claim, FhirReferences references)
{
    private const string Cpt = "http://www.ama-assn.org/go/cpt";
    private const string Npi = "http://hl7.org/fhir/sid/us-npi";
    private const string Mbi = "http://hl7.org/fhir/sid/us-mbi";
    private const string Ndc = "http://hl7.org/fhir/sid/ndc";
    private const string Pos = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";

    private static readonly string[] Procedures =
    [
        Cpt, "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "https://bluebutton.cms.gov/resources/codesystem/hcpcs",
        "urn:oid:2.16.840.1.113883.6.12", "urn:oid:2.16.840.1.113883.6.285",
    ];

    private static readonly string[] Diagnosis =
    [
        "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-9-cm", "urn:oid:2.16.840.1.113883.6.90", "urn:oid:2.16.840.1.113883.6.103",
    ];

    private readonly Dictionary<int, int> pointers = [];

    public Claim Read()
    {
        Plain(claim);
        var diagnoses = Diagnoses();
        var lines = new List<ClaimLine>();
        foreach (var item in claim["item"].Each(Allowed.MostLines)) lines.Add(Line(item));
        if (lines.Count == 0) throw claim["item"].Unfit("at least one item");
        return new Claim { Setting = Setting(), Patient = Patient(), Provider = Provider(), Diagnoses = diagnoses, Lines = lines };
    }

    private Setting Setting() => claim["type"].Code("http://terminology.hl7.org/CodeSystem/claim-type") switch
    {
        null or "professional" => Claims.Setting.Practitioner,
        "institutional" => Claims.Setting.OutpatientHospital,
        _ => throw claim["type"].Unfit("professional or institutional"),
    };

    private Patient Patient()
    {
        var patient = references.Follow(claim["patient"]);
        var sex = patient["gender"].Text() switch { "female" => "F", "male" => "M", _ => null };
        var mbi = references.Identifier(claim["patient"], Mbi);
        if (mbi is not null && !Allowed.IsMbi(mbi)) throw claim["patient"].Unfit(Allowed.Mbi);
        return new Patient(sex, patient["birthDate"].Date(), mbi);
    }

    private Provider Provider()
    {
        var rendering = claim["provider"];
        foreach (var member in claim["careTeam"].Each())
        {
            if (member["role"].Code("http://terminology.hl7.org/CodeSystem/claimcareteamrole", "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBClaimCareTeamRole") is not ("rendering" or "performing" or "primary")) continue;
            rendering = member["provider"];
            break;
        }

        var npi = references.Identifier(rendering, Npi) ?? references.Identifier(claim["provider"], Npi);
        if (npi is not null && !Allowed.IsNpi(npi)) throw rendering.Unfit(Allowed.Npi);
        var zip = Postal(claim["item"].First()["locationAddress"]) ?? Postal(references.Follow(claim["facility"])["address"]) ?? Postal(references.Follow(claim["provider"])["address"]);
        return new Provider { Npi = npi, Zip = zip };
    }

    // A Location has one address, an Organization a list of them.
    private static string? Postal(FhirNode address)
    {
        if (!address.Exists) return null;
        if (address.Element.ValueKind == System.Text.Json.JsonValueKind.Array) address = address.First();
        var code = address["postalCode"];
        return code.Exists ? code.Text(Allowed.IsZip, Allowed.Zip) : null;
    }

    private string[] Diagnoses()
    {
        var found = new List<(int Sequence, string Code)>();
        foreach (var diagnosis in claim["diagnosis"].Each(Allowed.MostDiagnoses))
        {
            var code = diagnosis["diagnosisCodeableConcept"].Code(Diagnosis);
            if (code is null || !Allowed.IsCode(code)) throw diagnosis["diagnosisCodeableConcept"].Unfit("a coding of ICD-10-CM or ICD-9-CM");
            var sequence = diagnosis["sequence"].Whole();
            if (found.Exists(f => f.Sequence == sequence)) throw diagnosis["sequence"].Unfit("each number once");
            found.Add((sequence, code));
        }

        found.Sort(static (a, b) => a.Sequence.CompareTo(b.Sequence));
        for (var i = 0; i < found.Count; i++) pointers[found[i].Sequence] = i + 1;
        return [.. found.Select(f => f.Code)];
    }

    private ClaimLine Line(FhirNode item)
    {
        Plain(item);
        var service = item["productOrService"];
        var code = service.Code(Procedures);
        if (code is null || !Allowed.IsCode(code)) throw service.Unfit("a coding of CPT or HCPCS");
        var (quantity, date, to) = (item["quantity"], item["servicedDate"].Date(), (DateOnly?)null);
        if (date is null && item["servicedPeriod"] is { Exists: true } period) (date, to) = (period["start"].Date(), period["end"].Date());
        if (date is null && claim["billablePeriod"] is { Exists: true } whole) date = whole["start"].Date();
        if (date is null) throw item["servicedDate"].Unfit(Allowed.Date);
        if (to < date) throw item["servicedPeriod"]["end"].Unfit("a last day that is not before the first");
        var amount = quantity["value"].Number() ?? 1;
        if (!Allowed.IsUnits(amount)) throw quantity["value"].Unfit(Allowed.Units);
        var timed = quantity["code"].Text() is "min" or "MJ" || quantity["unit"].Text() is "min" or "minutes" or "MJ";
        if (timed && (!decimal.IsInteger(amount) || amount > 9999)) throw quantity["value"].Unfit(Allowed.Minutes);
        var units = timed ? 1 : amount;
        return new ClaimLine
        {
            Code = code,
            Modifiers = Modifiers(item),
            Units = units,
            Minutes = timed ? (int)amount : null,
            Charge = Charge(item, units),
            Date = date.Value,
            To = to == date ? null : to,
            Pos = item["locationCodeableConcept"] is { Exists: true } place && place.Code(Pos, "http://terminology.hl7.org/CodeSystem/ex-serviceplace", "https://www.cms.gov/Medicare/Coding/place-of-service-codes") is { } pos
                ? Allowed.IsPos(pos) ? pos : throw place.Unfit(Allowed.Pos)
                : null,
            Dx = [.. item["diagnosisSequence"].Each(Allowed.MostPointers).Select(s => pointers.TryGetValue(s.Whole(), out var number) ? number : throw s.Unfit("the sequence of a diagnosis of the claim"))],
            Ndc = Drug(service),
        };
    }

    private static string? Drug(FhirNode service)
    {
        foreach (var coding in service["coding"].Each())
        {
            if (coding["system"].Text() == Ndc && coding["code"].Text() is { } code && code.Replace("-", "", StringComparison.Ordinal) is var digits && Allowed.IsNdc(digits)) return digits;
        }

        return null;
    }

    private static string[] Modifiers(FhirNode item) => [.. item["modifier"].Each(Allowed.MostModifiers).Select(static m =>
    {
        var code = m.Code(Procedures);
        return code is not null && Allowed.IsModifier(code) ? code : throw m.Unfit(Allowed.Modifier);
    })];

    private static decimal? Charge(FhirNode item, decimal units)
    {
        var (net, price) = (item["net"]["value"], item["unitPrice"]["value"]);
        var charge = net.Number() ?? price.Number() * units;
        if (charge is null) return null;
        return Allowed.IsCharge(charge.Value) ? charge : throw (net.Exists ? net : price).Unfit(Allowed.Charge);
    }

    private static void Plain(FhirNode node)
    {
        if (node["modifierExtension"].Exists) throw node["modifierExtension"].Unfit("none: an extension that changes the meaning of the rest is not understood here");
    }
}
