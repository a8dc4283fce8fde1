using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A transport accident whose parties the note names: who the patient was, in or on what, and what it struck or was struck by (Tabular List, V01 to V79: the vehicle of the patient, the
/// counterpart, and the place in the vehicle). An accident is one of traffic unless another place is told (definitions at V00 to V99).
/// </summary>
internal static class Collisions
{
    private const string Source = "Guidelines I.C.20.a";

    // The vehicle of the patient, and the words that name it.
    private static readonly (char Vehicle, string[] Words)[] Own =
    [
        ('2', ["motorcycle", "motorcyclist", "moped", "motorbike", "harley"]), ('1', ["bicycle", "bicyclist", "cyclist", "bike", "cycling", "bicycling", "biking"]), ('0', ["pedestrian", "walking", "crosswalk", "jogging", "foot"]),
        ('6', ["semi", "tractor-trailer", "18-wheeler"]), ('7', ["bus"]), ('5', ["pickup", "truck", "van", "minivan"]),
        ('4', ["car", "sedan", "suv", "vehicle", "auto", "automobile", "driver", "passenger", "seatbelt", "belted", "airbag", "airbags", "driving", "drove", "mvc", "mva"]),
    ];

    // What stands against it: the fourth character, and the type of car.
    private static readonly (char Digit, char Kind, string[] Words)[] Counterparts =
    [
        ('0', '2', ["deer", "elk", "moose", "cow", "animal", "dog", "horse", "coyote", "pedestrian", "raccoon", "boar", "antelope"]),
        ('7', '2', ["tree", "pole", "guardrail", "rail", "wall", "fence", "barrier", "median", "embankment", "ditch", "hydrant", "mailbox", "house", "building", "post", "curb", "lamppost"]),
        ('4', '2', ["semi", "tractor-trailer", "18-wheeler", "bus", "lorry", "truck"]), ('5', '2', ["train", "locomotive", "tram"]), ('2', '2', ["motorcycle", "moped"]), ('1', '2', ["bicycle", "bike", "bicyclist", "cyclist"]),
        ('3', '3', ["pickup"]), ('3', '4', ["van", "minivan"]), ('3', '1', ["suv"]), ('3', '2', ["car", "sedan", "vehicle", "taxi", "cab", "auto", "automobile"]),
    ];

    private static readonly string[] Verbs = ["hit", "struck", "hitting", "striking", "collided", "collision", "crashed", "crash", "ran", "rear-ended", "rearended", "ended", "t-boned", "boned", "sideswiped", "swerved", "slammed", "plowed", "into", "against", "versus", "vs", "hits"];

    private static readonly string[] Overturned = ["overturned", "rollover", "rolled", "flipped"];

    private static readonly string[] Elsewhere = ["driveway", "parking", "lot", "garage", "field", "off-road", "farm", "track", "racetrack", "trail", "yard", "private"];

    /// <summary>Adds the cause where a sentence names both parties.</summary>
    public static bool Add(NoteCase note, int s)
    {
        var sentence = note.Note.Sentences[s];
        var verb = note.FindWord(sentence, Verbs);
        var over = note.FindWord(sentence, Overturned);
        if (verb < 0 && over < 0) return false;
        var at = verb < 0 ? over : verb;
        if (note.ScopesOf[s].Exists(x => x.Kind is Assertion.Negated or Assertion.Hypothetical or Assertion.Family or Assertion.Instruction && x.From <= at && x.To > at)) return false;
        // Somebody rides or drives, or a vehicle moves: "hit by a car" is a pedestrian's only where the note says so.
        var (own, named) = Vehicle(note, sentence, at);
        // "Rear-ended, driver": the one behind is another car.
        var behind = verb >= 0 && note.Word(verb) is "rear-ended" or "rearended" or "t-boned" or "sideswiped" or "boned" || verb > 0 && note.Word(verb) == "ended" && note.Word(verb - 1) == "rear";
        if (own == '\0' && behind && note.FindWord(sentence, "driver", "passenger", "car", "sedan", "suv", "vehicle", "driving") is >= 0 and var seat) (own, named) = ('4', seat);
        if (own == '\0') return false;
        var (digit, kind, other) = verb < 0 ? ('8', '2', over) : Struck(note, sentence, verb, own, named);
        if (digit == '\0' && behind) (digit, kind, other) = ('3', '2', verb);
        if (digit == '\0') return false;
        var code = Code(note, sentence, own, digit, kind);
        if (code is null || note.Codes.Find(code) is not { Billable: true } entry) return false;
        return note.Add(entry.Code, s, Math.Min(Math.Min(at, named), other), Math.Max(Math.Max(at, named), other) + 1, Assertion.Present, "external-cause", Source) is not null;
    }

    private static string? Code(NoteCase note, Sentence sentence, char own, char digit, char kind)
    {
        var traffic = note.FindWord(sentence, Elsewhere) < 0;
        if (own == '0') return digit is '0' or '7' or '8' ? null : $"V0{digit}{(traffic ? '1' : '0')}0XA";
        var driver = note.FindWord(sentence, "driver", "driving", "drove", "motorcyclist", "bicyclist", "cyclist", "rider", "riding", "rode", "cycling", "biking") >= 0;
        var passenger = note.FindWord(sentence, "passenger") is >= 0 and var seat && !(seat + 1 < sentence.To && note.Word(seat + 1) is "side" or "door");
        if (own is '1' or '2')
        {
            var place = (passenger, driver || !passenger) switch { (true, _) => traffic ? '5' : '1', _ => traffic ? '4' : '0' };
            return own == '1' ? $"V1{digit}{place}XXA" : note.Codes.Find($"V2{digit}{place}9XA") is { } motor ? motor.Code : $"V2{digit}{place}XXA";
        }

        var seated = passenger ? traffic ? '6' : '1' : driver ? traffic ? '5' : '0' : traffic ? '9' : '3';
        return own == '4' && digit == '3' ? $"V43{seated}{kind}XA" : digit is '1' or '2' && own == '4' ? $"V4{digit}{seated}XXA" : $"V{own}{digit}{seated}XXA";
    }

    private static (char Vehicle, int At) Vehicle(NoteCase note, Sentence sentence, int verb)
    {
        // What is behind "by" or "into" is the other's.
        var limit = verb;
        var passive = verb + 1 < sentence.To && note.Word(verb) is "hit" or "struck" or "rear-ended" or "rearended" or "t-boned" or "ended" or "sideswiped" && Enumerable.Range(verb + 1, Math.Min(3, sentence.To - verb - 1)).Any(i => note.Word(i) == "by");
        var before = sentence with { To = limit };
        foreach (var (vehicle, words) in Own)
        {
            if (note.FindWord(before, words) is >= 0 and var at && !(vehicle == '0' && note.Word(at) is "foot" && !passive)) return (vehicle, at);
        }

        // "Hit by a car while riding his bike".
        if (!passive) return ('\0', -1);
        for (var i = verb; i < sentence.To; i++)
        {
            if (note.Word(i) is not ("while" or "when" or "as" or "crossing")) continue;
            if (note.Word(i) == "crossing") return ('0', i);
            foreach (var (vehicle, words) in Own) if (note.FindWord(sentence with { From = i }, words) is >= 0 and var at) return (vehicle, at);
        }

        return ('\0', -1);
    }

    private static (char Digit, char Kind, int At) Struck(NoteCase note, Sentence sentence, int verb, char own, int named)
    {
        for (var i = verb; i < Math.Min(sentence.To, verb + 9); i++)
        {
            if (i == named || note.Note.Words[i].Has(Mark.Semicolon)) continue;
            foreach (var (digit, kind, words) in Counterparts)
            {
                if (Array.IndexOf(words, note.Word(i)) < 0) continue;
                // "Struck his head on the wall of the car": what the body struck is no other party.
                if (Enumerable.Range(verb, i - verb).Any(k => note.Word(k) is "head" or "chest" or "knee" or "face" or "forehead" or "dashboard" or "windshield" or "steering" or "shoulder" or "his" && k + 1 < i && note.Word(k + 1) is "head" or "chest")) return ('\0', '2', -1);
                // A pickup truck is a car's counterpart, and so is any truck that is a pickup.
                if (note.Word(i) == "truck" && note.Word(i - 1) is "pickup" or "pick-up") return ('3', '3', i);
                if (note.Word(i) == "pickup" || digit != '4' || own != '0') return (own is '1' or '2' && digit == '3' ? '3' : digit, kind, i);
                return (digit, kind, i);
            }
        }

        return ('\0', '2', -1);
    }
}
