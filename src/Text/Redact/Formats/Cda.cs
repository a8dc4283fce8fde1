using System.Globalization;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>
/// CDA R2 and C-CDA: names, addresses, telecommunication, identifiers and times go by the elements that CDA defines for them, wherever they stand; narratives
/// and every other text are read as free text, with the names and numbers of the persons in the document as known identifiers.
/// </summary>
internal static class Cda
{
    private static readonly Dictionary<string, PhiType> Parts = new(StringComparer.Ordinal)
    {
        ["given"] = PhiType.Name, ["family"] = PhiType.Name, ["streetAddressLine"] = PhiType.Street, ["streetName"] = PhiType.Street, ["houseNumber"] = PhiType.Street, ["houseNumberNumeric"] = PhiType.Street, ["unitID"] = PhiType.Street,
        ["additionalLocator"] = PhiType.Street, ["deliveryAddressLine"] = PhiType.Street, ["buildingNumberSuffix"] = PhiType.Street, ["postBox"] = PhiType.Street, ["precinct"] = PhiType.County, ["streetNameBase"] = PhiType.Street, ["careOf"] = PhiType.Name,
        ["city"] = PhiType.City, ["county"] = PhiType.County, ["postalCode"] = PhiType.Zip, ["addr"] = PhiType.Street,
    };

    // Whose name an element "name" is, by the nearest of these around it.
    private static readonly Dictionary<string, PhiType?> Bearers = new(StringComparer.Ordinal)
    {
        ["patient"] = PhiType.Name, ["assignedPerson"] = PhiType.Name, ["guardianPerson"] = PhiType.Name, ["relatedPerson"] = PhiType.Name, ["associatedPerson"] = PhiType.Name, ["informationRecipient"] = PhiType.Name, ["subject"] = PhiType.Name,
        ["maintainingPerson"] = PhiType.Name, ["scopingEntity"] = PhiType.Name, ["playingEntity"] = PhiType.Facility, ["representedOrganization"] = PhiType.Facility, ["providerOrganization"] = PhiType.Facility, ["guardianOrganization"] = PhiType.Facility,
        ["representedCustodianOrganization"] = PhiType.Facility, ["serviceProviderOrganization"] = PhiType.Facility, ["receivedOrganization"] = PhiType.Facility, ["scopingOrganization"] = PhiType.Facility, ["wholeOrganization"] = PhiType.Facility,
        ["manufacturerOrganization"] = PhiType.Facility, ["location"] = PhiType.Facility, ["place"] = PhiType.City, ["manufacturedMaterial"] = null, ["manufacturedLabeledDrug"] = null, ["specimenPlayingEntity"] = null,
    };

    // Attributes whose values CDA's schema takes from lists, or that lay out.
    private static readonly HashSet<string> Structure =
    [
        "classCode", "moodCode", "typeCode", "determinerCode", "code", "codeSystem", "codeSystemVersion", "codeSystemName", "use", "unit", "operator", "institutionSpecified", "negationInd", "inversionInd", "independentInd", "contextControlCode",
        "contextConductionInd", "representation", "mediaType", "nullFlavor", "qualifier", "inclusive", "schemaLocation", "xmlns", "type", "language", "partType", "integrityCheckAlgorithm", "compression", "isCriterionInd", "preserve", "space", "styleCode",
    ];

    public static RedactionResult Redact(Redactor redactor, string source, List<XmlPiece> pieces, Known? given, CancellationToken cancel)
    {
        var (names, ids, year) = (new List<string>(given?.Names ?? []), new List<string>(given?.Ids ?? []), 0);
        Facts(source, pieces, names, ids, ref year);
        var draft = new Draft(redactor, source, new Known { Names = names, Ids = ids, Dates = given?.Dates ?? [] }, year, cancel);
        var path = new List<string>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            switch (piece.Kind)
            {
                case XmlKind.Open or XmlKind.Empty:
                    foreach (var value in piece.Values) Attribute(draft, piece, value, path);
                    if (piece.Kind == XmlKind.Empty) break;
                    // A narrative is one text, whatever tags it has within.
                    if (piece.Name == "text" && piece.Text(source, "representation") != "B64")
                    {
                        var close = Close(pieces, i);
                        Markup.Redact(draft, pieces, i + 1, close);
                        i = close;
                        break;
                    }

                    path.Add(piece.Name);
                    if (piece.Text(source, "representation") == "B64" && i + 1 < pieces.Count && pieces[i + 1].Kind is XmlKind.Text) Encoded(draft, piece, pieces[++i]);
                    break;
                case XmlKind.Close:
                    path.RemoveAt(path.Count - 1);
                    break;
                case XmlKind.Comment or XmlKind.Instruction:
                    Markup.Hidden(draft, piece);
                    break;
                default:
                    Content(draft, piece, path);
                    break;
            }
        }

        return draft.Finish();
    }

    private static void Content(Draft draft, XmlPiece piece, List<string> path)
    {
        if (path.Count == 0) return;
        var text = Trimmed(draft.Source, piece);
        if (text.Length == 0) return;
        var name = path[^1];
        if (name is "state" or "country" || name is "prefix" or "suffix" && Draft.IsForm(text.Text)) return;
        if (name is "prefix" or "suffix" or "delimiter") name = "given";
        if (Parts.TryGetValue(name, out var part)) draft.Field(text, part, XmlScan.Escape, part == PhiType.Zip ? Draft.Zip : null);
        else if (name == "name" && Bearer(path) is { } bearer) draft.Field(text, bearer, XmlScan.Escape);
        else draft.Free(text, XmlScan.Escape);
    }

    private static PhiType? Bearer(List<string> path)
    {
        for (var i = path.Count - 2; i >= 0; i--)
        {
            if (Bearers.TryGetValue(path[i], out var type)) return type;
        }

        return PhiType.Name;
    }

    private static void Attribute(Draft draft, XmlPiece piece, XmlValue value, List<string> path)
    {
        if (value.End == value.Start || Structure.Contains(value.Name)) return;
        var text = XmlScan.Read(draft.Source, value.Start, value.End);
        if (value.Name is "root" or "extension" or "assigningAuthorityName") Identifier(draft, piece, value.Name, text, path);
        else if (piece.Name == "telecom" && value.Name == "value") Telecom(draft, text);
        else if (value.Name == "value" && piece["unit"] is null && IsTime(text.Text) && piece.Name is not ("value" or "translation") | piece.Text(draft.Source, "type").Contains("TS", StringComparison.Ordinal))
        {
            // CDA's own way to say that a value is withheld: a null flavor in the place of the value.
            if (piece.Name is "birthTime" && Year(text.Text) <= draft.Now - 90 && draft.Replaces && draft.Removes(PhiType.Date))
            {
                draft.Field(text, PhiType.Age, static t => t, static _ => "");
                draft.Replace(value.From, value.End + 1, "nullFlavor=\"MSK\"");
            }
            else draft.Field(text, PhiType.Date, XmlScan.Escape, t => Year(t) <= draft.Now - 90 ? (draft.Now - 90).ToString("0000", CultureInfo.InvariantCulture) : t[..4]);
        }
        else if (value.Name == "value" && piece.Text(draft.Source, "unit") is "a" or "yr" or "year" or "years")
        {
            if (double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var age) && age is >= 90 and <= 130) draft.Field(text, PhiType.Age, XmlScan.Escape, static _ => "90");
        }
        else if (Markup.Anchor(draft, value, text)) return;
        else if (value.Name == "value" && piece.Name == "reference" && !text.Text.StartsWith('#')) draft.Field(text, PhiType.Url, XmlScan.Escape);
        else if (value.Name == "value" && (piece["unit"] is not null || double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && text.Length < 7)) return;
        else draft.Free(text, XmlScan.Escape);
    }

    private static void Identifier(Draft draft, XmlPiece piece, string part, Excerpt text, List<string> path)
    {
        if (piece.Name is "templateId" or "typeId") return;
        if (part == "assigningAuthorityName") draft.Field(text, PhiType.Facility, XmlScan.Escape);
        else if (part == "extension")
        {
            var root = piece.Text(draft.Source, "root");
            var type = root == "2.16.840.1.113883.4.1" ? PhiType.Ssn : root == "2.16.840.1.113883.4.6" ? PhiType.License : path.Count > 0 && path[^1] == "patientRole" ? PhiType.Mrn : PhiType.Id;
            draft.Field(text, type, XmlScan.Escape);
        }
        // A root is an institution's, or, without an extension, the identifier itself; a RUID may stand in its place.
        else if (!FhirUris.IsPublicRoot(text.Text) && !(text.Text.StartsWith("ID-", StringComparison.Ordinal)))
            draft.Field(text, PhiType.Id, XmlScan.Escape, t => "ID-" + draft.Number(PhiType.Id, t).ToString(CultureInfo.InvariantCulture));
    }

    private static void Telecom(Draft draft, Excerpt text)
    {
        var value = text.Text;
        var scheme = value.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? value[..(colon + 1)] : "";
        if (Draft.IsToken(value[scheme.Length..])) return;
        var type = scheme switch { "mailto:" => PhiType.Email, "fax:" => PhiType.Fax, "http:" or "https:" or "ftp:" => PhiType.Url, _ => value.Contains('@', StringComparison.Ordinal) ? PhiType.Email : PhiType.Phone };
        draft.Field(text, type, XmlScan.Escape, v => string.Create(CultureInfo.InvariantCulture, $"{(type == PhiType.Url ? "" : scheme)}[{type.Id()}-{draft.Number(type, v)}]"));
    }

    private static void Encoded(Draft draft, XmlPiece element, XmlPiece content)
    {
        var (start, end) = (content.Start, content.End);
        while (start < end && char.IsWhiteSpace(draft.Source[start])) start++;
        while (end > start && char.IsWhiteSpace(draft.Source[end - 1])) end--;
        Base64Text.Redact(draft, draft.Source[start..end], start, end, element.Text(draft.Source, "mediaType") is { Length: > 0 } type ? type : "text/plain", static t => t);
    }

    private static void Facts(string source, List<XmlPiece> pieces, List<string> names, List<string> ids, ref int year)
    {
        var path = new List<string>();
        var name = new List<string>();
        foreach (var piece in pieces)
        {
            if (piece.Kind is XmlKind.Open or XmlKind.Empty)
            {
                var value = piece.Text(source, "value");
                if (IsTime(value) && piece["unit"] is null && piece.Name != "birthTime" && !path.Contains("birthTime")) year = Math.Max(year, Year(value));
                if (piece.Name == "id" && path.Count > 0 && path[^1] is "patientRole" or "patient" or "guardian" or "associatedEntity" && piece.Text(source, "extension") is { Length: >= 4 } id && !Draft.IsToken(id)) ids.Add(id);
                if (piece.Name == "telecom" && value.Length > 8 && !value.Contains('[', StringComparison.Ordinal)) ids.Add(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]);
                if (piece.Kind == XmlKind.Open) path.Add(piece.Name);
                if (piece.Name == "name") name.Clear();
            }
            else if (piece.Kind == XmlKind.Close)
            {
                if (piece.Name == "name" && name.Count > 0) names.Add(string.Join(' ', name));
                if (piece.Name == "name") name.Clear();
                path.RemoveAt(path.Count - 1);
            }
            else if (piece.Kind is XmlKind.Text or XmlKind.Data && path.Count > 0 && (path[^1] is "given" or "family" || path[^1] == "name" && Bearer(path) == PhiType.Name) && Trimmed(source, piece).Text is { Length: > 0 } part && !Draft.IsToken(part)) name.Add(part);
        }
    }

    private static int Close(List<XmlPiece> pieces, int open)
    {
        var depth = 1;
        var i = open;
        while (depth > 0) depth += pieces[++i].Kind switch { XmlKind.Open => 1, XmlKind.Close => -1, _ => 0 };
        return i;
    }

    // HL7's time stamp: a month at least, 193102 or 19310211083000-0500.
    private static bool IsTime(string value) => value.Length >= 6 && value.AsSpan(0, 6).IndexOfAnyExceptInRange('0', '9') < 0 && value.All(static c => char.IsAsciiDigit(c) || c is '.' or '+' or '-') && Year(value) is >= 1850 and <= 2100
        && int.Parse(value.AsSpan(4, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12;

    private static int Year(string value) => value.Length >= 4 && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    private static Excerpt Trimmed(string source, XmlPiece piece)
    {
        if (piece.Kind == XmlKind.Data) return Excerpt.Of(source, piece.Start + 9, piece.End - 3);
        var (start, end) = (piece.Start, piece.End);
        while (start < end && char.IsWhiteSpace(source[start])) start++;
        while (end > start && char.IsWhiteSpace(source[end - 1])) end--;
        return XmlScan.Read(source, start, end);
    }
}
