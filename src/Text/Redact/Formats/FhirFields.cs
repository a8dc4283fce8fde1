using System.Globalization;
using System.Security.Cryptography;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>Walks a FHIR resource and decides for each value what it is.</summary>
internal sealed class FhirFields(Draft draft, bool providers, FhirPersons? persons)
{
    // Elements of the data type instant, which cannot be a year alone (R4 datatypes, 2.24.0.1).
    private static readonly HashSet<string> Instants = ["lastUpdated", "timestamp", "issued", "recorded", "valueInstant", "start", "end", "when", "effectiveInstant"];

    // Elements that point to or are a person or a place, where a name stands alone.
    private static readonly Dictionary<string, PhiType> Named = new(StringComparer.Ordinal)
    {
        ["subject"] = PhiType.Name, ["patient"] = PhiType.Name, ["author"] = PhiType.Name, ["performer"] = PhiType.Name, ["individual"] = PhiType.Name, ["actor"] = PhiType.Name, ["asserter"] = PhiType.Name, ["recorder"] = PhiType.Name,
        ["requester"] = PhiType.Name, ["practitioner"] = PhiType.Name, ["generalPractitioner"] = PhiType.Name, ["authenticator"] = PhiType.Name, ["party"] = PhiType.Name, ["member"] = PhiType.Name, ["sender"] = PhiType.Name, ["recipient"] = PhiType.Name,
        ["beneficiary"] = PhiType.Name, ["subscriber"] = PhiType.Name, ["policyHolder"] = PhiType.Name, ["enterer"] = PhiType.Name, ["informationSource"] = PhiType.Name, ["interpreter"] = PhiType.Name, ["resultsInterpreter"] = PhiType.Name, ["operator"] = PhiType.Name,
        ["participant"] = PhiType.Name, ["responsible"] = PhiType.Name, ["who"] = PhiType.Name, ["collector"] = PhiType.Name, ["authorReference"] = PhiType.Name, ["authorString"] = PhiType.Name, ["link"] = PhiType.Name, ["other"] = PhiType.Name, ["source"] = PhiType.Name, ["onBehalfOf"] = PhiType.Facility,
        ["custodian"] = PhiType.Facility, ["managingOrganization"] = PhiType.Facility, ["serviceProvider"] = PhiType.Facility, ["organization"] = PhiType.Facility, ["location"] = PhiType.Facility, ["partOf"] = PhiType.Facility, ["assigner"] = PhiType.Facility, ["provider"] = PhiType.Name,
        ["facility"] = PhiType.Facility, ["insurer"] = PhiType.Facility, ["payor"] = PhiType.Facility, ["providerOrganization"] = PhiType.Facility, ["origin"] = PhiType.Facility, ["destination"] = PhiType.Facility, ["hospitalization"] = PhiType.Facility,
    };

    private static readonly Dictionary<string, PhiType> Numbers = new(StringComparer.Ordinal)
    {
        ["subscriberId"] = PhiType.Plan, ["policyNumber"] = PhiType.Plan, ["dependent"] = PhiType.Plan, ["serialNumber"] = PhiType.Device, ["lotNumber"] = PhiType.Device, ["carrierHRF"] = PhiType.Device, ["carrierAIDC"] = PhiType.Device, ["distinctIdentifier"] = PhiType.Device,
        ["deviceIdentifier"] = PhiType.Device, ["preAuthRef"] = PhiType.Id, ["etag"] = PhiType.Id, ["ifMatch"] = PhiType.Id, ["ifNoneExist"] = PhiType.Url, ["caseNumber"] = PhiType.Id,
    };

    // Values that their parent has decided.
    private readonly HashSet<JsonPlace> decided = [];

    private string Source => draft.Source;

    /// <summary>Walks a value of a resource.</summary>
    public void Walk(JsonPlace place, JsonPlace? parent, string resource, string key = "")
    {
        if (place.Key.Length > 0) key = place.Key.TrimStart('_');
        place.Name = key;
        if (place.Text(Source, "resourceType") is { Length: > 0 } type)
        {
            // A resource of its own, not one that another contains.
            if (persons is not null && type != "Bundle" && resource is ("" or "Bundle")) draft.Turn(persons.Of(place));
            resource = type;
        }

        if (place.IsText)
        {
            Value(place, parent, resource, key);
            return;
        }

        if (place.Kind == '1')
        {
            Figure(place, parent, key);
            return;
        }

        if (FhirTypes.IsName(place, key))
        {
            if (providers || resource is not ("Practitioner" or "PractitionerRole")) All(place, PhiType.Name);
        }
        else if (FhirTypes.IsAddress(place, key)) Address(place);
        else if (FhirTypes.IsIdentifier(place, key)) Field(place["value"], IdentifierType(place, resource));
        else if (FhirTypes.IsContact(place, key)) Field(place["value"], place.Text(Source, "system") switch { "email" => PhiType.Email, "fax" => PhiType.Fax, "url" => PhiType.Url, _ => PhiType.Phone });
        else if (FhirTypes.IsAttachment(place, key) || resource is "Binary" && place["data"] is not null) Attachment(place, key);
        else if (key == "signature" && place["data"] is { IsText: true } signed && decided.Add(signed)) Base64Text.Emptied(draft, signed.Text(Source), signed.Start + 1, signed.End - 1, JsonPlace.Escape);
        foreach (var child in place.Children) Walk(child, place.Kind == '{' ? place : parent, resource, key);
    }

    private void Value(JsonPlace place, JsonPlace? parent, string resource, string key)
    {
        var text = place.Text(Source);
        if (text.Length == 0 || Draft.IsToken(text) || decided.Contains(place)) return;
        if (FhirDates.IsDate(text)) Date(place, parent, key, text);
        else if (key == "birthDate" && text.Length == 4 && Reveals(text)) Date(place, parent, key, text);
        else if (key == "div") Within(place);
        else if (key == "id") Id(place, text);
        else if (key is "reference" or "fullUrl" or "valueReference" || key == "location" && parent?["status"] is not null && text.Contains('/', StringComparison.Ordinal)) Reference(place, text);
        else if (key is "system" or "profile" or "url" or "fhirVersion" or "instantiatesCanonical" or "instantiatesUri" or "implicitRules" or "valueUri" or "valueUrl" or "valueCanonical" or "valueOid" or "valueUuid" or "uri" or "endpoint" || key == "source" && parent?["lastUpdated"] is not null) Uri(place, parent, key, text);
        else if (Numbers.TryGetValue(key, out var number)) Field(place, number);
        else if (key is "resourceType" or "code" or "status" or "unit" or "hash" or "versionId" or "valueCode") return;
        else if (key == "data" && resource != "Observation") Base64Text.Redact(draft, text, place.Start + 1, place.End - 1, "", JsonPlace.Escape);
        else if (key == "valueBase64Binary" || key == "blob") Base64Text.Emptied(draft, text, place.Start + 1, place.End - 1, JsonPlace.Escape);
        else if (key is "name" or "alias" && resource is "Organization" or "Location" or "HealthcareService" or "Endpoint" or "InsurancePlan" or "OrganizationAffiliation") Field(place, PhiType.Facility);
        else if (key == "name" && resource is "Practitioner" or "Patient" or "Person" or "RelatedPerson" or "FamilyMemberHistory" or "Group" || key == "authorString") Field(place, PhiType.Name);
        else if (key == "display" && parent is { } pointing && pointing["code"] is null && pointing["system"] is null) Display(place, pointing);
        else if (key.StartsWith("value", StringComparison.Ordinal) && resource is "Patient" or "Person" or "RelatedPerson" or "Practitioner" && parent?["url"] is { } url && key is "valueString" or "valueMarkdown") Extension(place, url.Text(Source));
        else draft.Free(place.Read(Source), JsonPlace.Escape);
    }

    private void Date(JsonPlace place, JsonPlace? parent, string key, string text)
    {
        if (key is "birthDate" && Reveals(text) && draft.Removes(PhiType.Date) && draft.Replaces)
        {
            // FHIR's own way to say that a value is withheld: an extension in the place of the value.
            draft.Field(place.Read(Source), PhiType.Age, static t => t, static _ => "");
            if (parent?["_birthDate"] is null) draft.Replace(place.From, place.End, "\"_birthDate\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"masked\"}]}");
            else draft.Replace(place.Start + 1, place.End - 1, (draft.Now - 90).ToString(CultureInfo.InvariantCulture));
            return;
        }

        var instant = Instants.Contains(key) && text.Length > 10 && !(key is "start" or "end" && parent?.Name is "period" or "effectivePeriod" or "onsetPeriod" or "performedPeriod" or "valuePeriod") || key == "date" && text.Length > 10 && parent?.Text(Source, "resourceType") == "DocumentReference";
        draft.Field(place.Read(Source), PhiType.Date, JsonPlace.Escape, t => FhirDates.Year(Reveals(t) ? (draft.Now - 90).ToString("0000", CultureInfo.InvariantCulture) : t, instant));
    }

    private bool Reveals(string date) => int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture) <= draft.Now - 90;

    private void Within(JsonPlace place)
    {
        var excerpt = place.Read(Source);
        var inner = draft.Within(excerpt.Text);
        Markup.Redact(inner);
        draft.Take(inner, excerpt, JsonPlace.Escape);
    }

    private void All(JsonPlace place, PhiType type)
    {
        foreach (var child in place.Children)
        {
            if (child.Key is "use" or "period" or "extension" or "id") continue;
            if (child.IsText && !(place.Name is "prefix" or "suffix" || child.Key is "prefix" or "suffix") | !Draft.IsForm(child.Text(Source))) Field(child, type);
            else if (child.IsText) decided.Add(child);
            else
            {
                child.Name = child.Key;
                All(child, type);
            }
        }
    }

    private void Address(JsonPlace place)
    {
        foreach (var part in place.Children)
        {
            PhiType? type = part.Key switch { "line" or "text" => PhiType.Street, "city" => PhiType.City, "district" => PhiType.County, "postalCode" => PhiType.Zip, _ => null };
            if (type is not { } found) continue;
            foreach (var value in part.IsText ? [part] : part.Children) Field(value, found, found == PhiType.Zip ? Draft.Zip : null);
        }
    }

    private PhiType IdentifierType(JsonPlace place, string resource)
    {
        var code = place["type"]?["coding"]?.Children.Select(c => c.Text(Source, "code")).FirstOrDefault() ?? "";
        var system = place.Text(Source, "system");
        return code is "MR" or "MRN" ? PhiType.Mrn : code is "SS" or "SB" || system.EndsWith("us-ssn", StringComparison.Ordinal) || system.EndsWith("2.16.840.1.113883.4.1", StringComparison.Ordinal) ? PhiType.Ssn
            : code is "DL" or "NPI" or "PRN" or "MD" or "DEA" || system.EndsWith("us-npi", StringComparison.Ordinal) ? PhiType.License : code is "MC" or "MB" or "SN" or "MA" || resource == "Coverage" ? PhiType.Plan
            : code is "AN" or "ACSN" ? PhiType.Account : resource is "Patient" or "Person" ? PhiType.Mrn : resource == "Device" ? PhiType.Device : PhiType.Id;
    }

    private void Attachment(JsonPlace place, string key)
    {
        var type = place.Text(Source, "contentType");
        byte[]? bytes = null;
        if (place["data"] is { IsText: true } data)
        {
            decided.Add(data);
            bytes = key == "photo" ? Base64Text.Emptied(draft, data.Text(Source), data.Start + 1, data.End - 1, JsonPlace.Escape)
                : Base64Text.Redact(draft, data.Text(Source), data.Start + 1, data.End - 1, type, JsonPlace.Escape);
        }

        // Size and check sum are of what was there: of changed data they follow the new, of data elsewhere they name it.
        if (place["hash"] is { IsText: true } hash && (bytes is not null || place["data"] is null)) draft.Replace(hash.Start + 1, hash.End - 1, bytes is null ? "" : Convert.ToBase64String(Sha1(bytes)));
        if (bytes is not null && place["size"] is { Kind: '1' } size) draft.Replace(size.Start, size.End, bytes.Length.ToString(CultureInfo.InvariantCulture));
        // A file's name often is a person's.
        if (place["title"] is { IsText: true } title && Path.GetExtension(title.Text(Source)) is { Length: >= 3 and <= 5 } ending && !ending.Contains(' ', StringComparison.Ordinal)) Field(title, PhiType.Photo);
    }

#pragma warning disable CA5350 // FHIR defines Attachment.hash as SHA-1 (R4 datatypes, Attachment).
    private static byte[] Sha1(byte[] bytes) => SHA1.HashData(bytes);
#pragma warning restore CA5350

    // An id is what others point to: it becomes another valid id, the same everywhere.
    private void Id(JsonPlace place, string text)
    {
        if (text.StartsWith("ID-", StringComparison.Ordinal) && text.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0) return;
        draft.Field(place.Read(Source), PhiType.Id, JsonPlace.Escape, _ => Renamed(text));
    }

    private string Renamed(string id) => id.StartsWith("ID-", StringComparison.Ordinal) && id.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0 ? id : "ID-" + draft.Number(PhiType.Id, id).ToString(CultureInfo.InvariantCulture);

    // Patient/123, #p1, urn:uuid:…, http://host/fhir/Patient/123/_history/2: the kind stays, the id is renamed, the host goes.
    private void Reference(JsonPlace place, string text)
    {
        string renamed;
        if (text.StartsWith('#')) renamed = text.Length == 1 ? text : "#" + Renamed(text[1..]);
        else if (text.StartsWith("urn:", StringComparison.Ordinal)) renamed = "urn:id:" + Renamed(text[(text.LastIndexOf(':') + 1)..]);
        else
        {
            var parts = text.Split('/');
            var kind = Array.FindLastIndex(parts, static p => p.Length > 2 && char.IsAsciiLetterUpper(p[0]) && p.All(char.IsAsciiLetter));
            renamed = kind < 0 || kind + 1 >= parts.Length || parts[kind + 1].Contains('?', StringComparison.Ordinal) ? "[URL-0]"
                : (text.Contains("://", StringComparison.Ordinal) ? "http://redacted.invalid/" : "") + parts[kind] + "/" + Renamed(parts[kind + 1]);
        }

        if (renamed != text) draft.Field(place.Read(Source), PhiType.Id, JsonPlace.Escape, _ => renamed);
    }

    private void Uri(JsonPlace place, JsonPlace? parent, string key, string text)
    {
        if (FhirUris.IsPublic(text) || key == "system" && text is "phone" or "fax" or "email" or "pager" or "url" or "sms" or "other" || key == "fhirVersion") return;
        // The name of an extension within another: ombCategory, latitude.
        if (key == "url" && parent?["resourceType"] is null && !text.Contains('/', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal)) return;
        if (key == "url" && (text.StartsWith("Binary/", StringComparison.Ordinal) || parent?["method"] is not null && !text.Contains('?', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal))) Reference(place, text);
        else if (key == "url" && parent?["method"] is not null && text.All(char.IsAsciiLetter)) return;
        else Field(place, PhiType.Url);
    }

    private void Display(JsonPlace place, JsonPlace pointing)
    {
        var to = pointing.Text(Source, "reference");
        var type = pointing.Text(Source, "type") is { Length: > 0 } said ? said : to.Split('/') is [.., var kind, _] ? kind : "";
        if (type is "Patient" or "Person" or "RelatedPerson" || type is "Practitioner" or "PractitionerRole" && providers) Field(place, PhiType.Name);
        else if (type is "Practitioner" or "PractitionerRole") return;
        else if (type is "Organization" or "Location" or "HealthcareService") Field(place, PhiType.Facility);
        else if (Named.TryGetValue(pointing.Name, out var named) && type is not ("Device" or "Medication" or "Condition" or "Procedure" or "Observation" or "Group" or "CareTeam" or "Encounter")) Field(place, named);
        else draft.Free(place.Read(Source), JsonPlace.Escape);
    }

    private void Extension(JsonPlace place, string url)
    {
        if (url.EndsWith("mothersMaidenName", StringComparison.Ordinal)) Field(place, PhiType.Name);
        // The text of US Core's race and ethnicity is a word of a list.
        else if (url is "text") draft.Free(place.Read(Source), JsonPlace.Escape);
        else Field(place, PhiType.Id);
    }

    private void Figure(JsonPlace place, JsonPlace? parent, string key)
    {
        if (key is "latitude" or "longitude" or "altitude" || key == "valueDecimal" && parent?.Text(Source, "url") is "latitude" or "longitude")
        {
            draft.Field(Excerpt.Of(Source, place.Start, place.End), PhiType.Street, static t => t, static _ => "0");
            return;
        }

        if (key != "value" || parent is null || !(parent.Text(Source, "code") is "a" || parent.Text(Source, "unit") is "a" or "yr" or "yrs" or "year" or "years")) return;
        if (double.TryParse(Source.AsSpan(place.Start, place.End - place.Start), NumberStyles.Float, CultureInfo.InvariantCulture, out var age) && age >= 90 && age <= 130)
            draft.Field(Excerpt.Of(Source, place.Start, place.End), PhiType.Age, static t => t, static _ => "90");
    }

    private void Field(JsonPlace? place, PhiType type, Func<string, string>? form = null)
    {
        if (place is { IsText: true } && decided.Add(place)) draft.Field(place.Read(Source), type, JsonPlace.Escape, form);
    }
}

/// <summary>Addresses that name a standard, not a place: they stay.</summary>
internal static class FhirUris
{
    private static readonly string[] Hosts = ["hl7.org", "loinc.org", "snomed.info", "unitsofmeasure.org", "nlm.nih.gov", "ama-assn.org", "cms.gov", "nucc.org", "w3.org", "ietf.org", "who.int", "whocc.no", "ihe.net", "nubc.org", "nema.org", "fdasis.nlm.nih.gov", "hipaaspace.com", "cdc.gov", "va.gov"];

    // Roots of HL7's registry whose arcs are code systems and national numbers, not institutions.
    private static readonly string[] Roots = ["2.16.840.1.113883.4.", "2.16.840.1.113883.5.", "2.16.840.1.113883.6.", "2.16.840.1.113883.11.", "2.16.840.1.113883.10.", "2.16.840.1.113883.1."];

    public static bool IsPublic(string uri)
    {
        if (uri.StartsWith("urn:ietf:", StringComparison.Ordinal) || uri.StartsWith("urn:iso:", StringComparison.Ordinal)) return true;
        if (uri.StartsWith("urn:oid:", StringComparison.Ordinal)) return IsPublicRoot(uri[8..]);
        var at = uri.IndexOf("://", StringComparison.Ordinal);
        if (at < 0 || uri.Contains('?', StringComparison.Ordinal)) return false;
        var host = uri[(at + 3)..].Split('/', ':')[0];
        return Array.Exists(Hosts, h => host == h || host.EndsWith("." + h, StringComparison.Ordinal));
    }

    public static bool IsPublicRoot(string oid) => Array.Exists(Roots, r => oid.StartsWith(r, StringComparison.Ordinal));
}
