using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>Words that look like names, dates or numbers and are medicine: none may be touched when no person is meant.</summary>
public class MedicineStaysTests
{
    private const string Eponyms =
        "Addison's disease|Alzheimer's disease|Apert syndrome|Asherman syndrome|Babinski sign|Baker's cyst|Bartholin gland|Bartter syndrome|Barrett's esophagus|" +
        "Basedow disease|Batten disease|Beck's triad|Becker dystrophy|Behcet's disease|Bell's palsy|Bence Jones protein|Berger disease|Bernard-Soulier syndrome|" +
        "Billroth II anastomosis|Bishop score|Boerhaave syndrome|Bouchard's nodes|Bowen's disease|Bowman's capsule|Broca's area|Brown-Sequard syndrome|" +
        "Brudzinski sign|Brugada syndrome|Budd-Chiari syndrome|Buerger's disease|Burkitt lymphoma|Caroli disease|Chagas disease|Charcot joint|" +
        "Charcot-Marie-Tooth disease|Chediak-Higashi syndrome|Cheyne-Stokes respiration|Chiari malformation|Chvostek sign|Colles fracture|Coombs test|" +
        "Courvoisier sign|Creutzfeldt-Jakob disease|Crohn's disease|Cullen sign|Cushing's syndrome|Dandy-Walker malformation|De Quervain's tenosynovitis|" +
        "Dix-Hallpike maneuver|Down syndrome|Dressler syndrome|Duchenne muscular dystrophy|Dupuytren's contracture|Ehlers-Danlos syndrome|Eisenmenger syndrome|" +
        "Epley maneuver|Epstein-Barr virus|Erb's palsy|Ewing sarcoma|Fabry disease|Fallopian tube|Fanconi anemia|Felty syndrome|Finkelstein test|" +
        "Foster Kennedy syndrome|Fournier gangrene|Friedreich ataxia|Galeazzi fracture|Gaucher disease|Gilbert's syndrome|Gleason score|Goodpasture syndrome|" +
        "Gottron papules|Graves disease|Grey Turner sign|Guillain-Barre syndrome|Hashimoto thyroiditis|Heberden's nodes|Henoch-Schonlein purpura|" +
        "Hirschsprung disease|Hodgkin lymphoma|Hoffmann sign|Homans sign|Horner syndrome|Huntington disease|Jones fracture|Kaposi sarcoma|Kawasaki disease|" +
        "Kernig sign|Klinefelter syndrome|Korsakoff psychosis|Lachman test|Lambert-Eaton syndrome|Legg-Calve-Perthes disease|Lewy body dementia|Lisfranc injury|" +
        "Ludwig's angina|Lyme disease|Mallory-Weiss tear|Marfan syndrome|McBurney's point|McMurray test|Meckel's diverticulum|Meniere's disease|" +
        "Merkel cell carcinoma|Monteggia fracture|Morton's neuroma|Murphy's sign|Neer classification|Nissen fundoplication|Osgood-Schlatter disease|Osler nodes|" +
        "Paget's disease|Pancoast tumor|Parkinson's disease|Perthes disease|Peyronie's disease|Phalen test|Plummer-Vinson syndrome|Pott disease|" +
        "Prader-Willi syndrome|Quincke edema|Ramsay Hunt syndrome|Raynaud phenomenon|Reed-Sternberg cells|Reiter syndrome|Rinne test|Romberg test|" +
        "Roux-en-Y bypass|Rovsing sign|Salter-Harris fracture|Sezary syndrome|Sheehan syndrome|Sjogren's syndrome|Smith fracture|Spurling test|" +
        "Stevens-Johnson syndrome|Still's disease|Sturge-Weber syndrome|Takayasu arteritis|Tay-Sachs disease|Tietze syndrome|Tinel sign|Todd's paralysis|" +
        "Tourette syndrome|Trendelenburg position|Trousseau sign|Turner syndrome|Valsalva maneuver|Virchow node|Waldenstrom macroglobulinemia|Weber test|" +
        "Wegener granulomatosis|Wernicke encephalopathy|Whipple procedure|Wilms tumor|Wilson's disease|Wolff-Parkinson-White syndrome|Zenker diverticulum|" +
        "Zollinger-Ellison syndrome";

    private const string Devices =
        "Foley catheter|Bovie cautery|Pfannenstiel incision|Kocher clamp|Allis clamp|Babcock clamp|Kelly clamp|Metzenbaum scissors|Mayo scissors|" +
        "DeBakey forceps|Adson forceps|Army-Navy retractor|Weitlaner retractor|Balfour retractor|Bookwalter retractor|Deaver retractor|Richardson retractor|" +
        "Swan-Ganz catheter|Hickman catheter|Broviac catheter|Quinton catheter|Penrose drain|Jackson-Pratt drain|Blake drain|Hemovac drain|Kirschner wire|" +
        "Steinmann pin|Harrington rod|Yankauer suction|Frazier suction|Salem sump tube|Dobhoff tube|Sengstaken-Blakemore tube|Miller blade|Macintosh blade|" +
        "Magill forceps|Doppler study|Holter monitor|Ace wrap|Jobst stockings|Unna boot|Aircast splint|Hoyer lift|Stryker frame|Mayfield headrest|" +
        "Gardner-Wells tongs|Hasson trocar|Veress needle|Tuohy needle|Jamshidi needle|Ray-Tec sponge|Kerlix dressing|Coban wrap|Tegaderm dressing|" +
        "Xeroform gauze|Dermabond adhesive|Vicryl suture|Monocryl suture|Prolene suture|Ethibond suture|Gelfoam sponge|Surgicel gauze|Steri-Strips|Port-A-Cath|" +
        "Greenfield filter|Amplatz wire|Palmaz stent|Wallstent|Gore-Tex graft|Dacron graft|Philadelphia collar|Miami J collar|Taylor brace|Bledsoe brace|" +
        "Lofstrand crutches|Bard-Parker blade|Kerrison rongeur|Cobb elevator|Freer elevator|Penfield dissector|Midas Rex drill|Wood's lamp|Snellen chart|" +
        "Ishihara plates|Goldmann tonometer|Schirmer test|Amsler grid|Bankart repair|Hill-Sachs lesion|McDonald cerclage|Burch suspension|Hegar dilator|" +
        "Pozzi tenaculum|Auvard speculum|Sims position|Simpson forceps|Kielland forceps|Mirena device|Essure coil";

    private const string Drugs =
        "Ativan|Xanax|Prozac|Zoloft|Paxil|Celexa|Lexapro|Effexor|Wellbutrin|Cymbalta|Seroquel|Zyprexa|Risperdal|Abilify|Haldol|Depakote|Lamictal|Tegretol|" +
        "Dilantin|Keppra|Topamax|Neurontin|Lyrica|Ambien|Lunesta|Lasix|Bumex|Norvasc|Cardizem|Lopressor|Toprol|Coreg|Tenormin|Zestril|Vasotec|Altace|Diovan|" +
        "Cozaar|Benicar|Micardis|Lipitor|Crestor|Zocor|Pravachol|Zetia|Coumadin|Plavix|Eliquis|Xarelto|Pradaxa|Lovenox|Glucophage|Januvia|Amaryl|Lantus|Humalog|" +
        "Novolog|Byetta|Actos|Avandia|Synthroid|Cytomel|Premarin|Fosamax|Boniva|Evista|Medrol|Decadron|Advair|Flovent|Symbicort|Spiriva|Ventolin|Singulair|" +
        "Flonase|Claritin|Allegra|Zyrtec|Benadryl|Prilosec|Prevacid|Nexium|Protonix|Zantac|Pepcid|Reglan|Zofran|Phenergan|Compazine|Imodium|MiraLax|Colace|" +
        "Carafate|Vicodin|Norco|Percocet|OxyContin|Dilaudid|Demerol|Duragesic|Ultram|Toradol|Celebrex|Mobic|Naprosyn|Flexeril|Skelaxin|Soma|Zanaflex|Botox|" +
        "Humira|Enbrel|Remicade|Plaquenil|Imuran|CellCept|Prograf|Amoxil|Augmentin|Keflex|Ancef|Rocephin|Zithromax|Cipro|Levaquin|Bactrim|Flagyl|Zosyn|Diflucan|" +
        "Valtrex|Tamiflu|Viagra|Cialis|Levitra|Flomax|Proscar|Detrol|Aricept|Namenda|Sinemet|Mirapex|Imitrex|Ritalin|Adderall|Strattera|Versed|Diprivan|" +
        "Marcaine|Xylocaine|Betadine|Neosporin|Ozempic|Jardiance|Farxiga|Trulicity|Entresto|Brilinta|Stelara|Keytruda|Opdivo|Avastin|Herceptin|Rituxan|Taxol|" +
        "Gleevec|Neulasta|Epogen|Procrit|Prolia|Forteo|Suboxone|Narcan|Chantix|Antabuse";

    private const string Labs =
        "hemoglobin A1c 7.2|INR 2.4|BUN 18|creatinine 1.1|TSH 2.10|PSA 4.0|AST 34|ALT 40|GGT 55|LDH 220|CK-MB 3.1|BNP 450|CRP 12|ESR 22|WBC 11.2|" +
        "platelets 250,000|sodium 138|potassium 4.2|chloride 101|bicarbonate 24|calcium 9.1|glucose 104|troponin 0.04|lactate 1.8|pH 7.38|pCO2 42|pO2 88|" +
        "FiO2 40%|SpO2 97%|CD4 count 412|HDL 44|LDL 120|triglycerides 150|ferritin 88|TIBC 310|B12 level 400|folate 12|ANA titer 1:160|RPR nonreactive|" +
        "HBsAg negative|anti-HCV negative|CA-125 35|CEA 2.5|AFP 4|beta-hCG 1500|urine pH 6.0|specific gravity 1.015|D-dimer 0.4|fibrinogen 300|amylase 70|" +
        "lipase 45|ammonia 33|digoxin 0.9|vancomycin trough 15|phenytoin 12|lithium 0.8";

    private const string Scores =
        "strength 5/5|strength 4/5|pulses 2+/4|reflexes 2/4|murmur 2/6|Apgar 8 and 9|Glasgow Coma Scale 15|GCS 14|pain 7/10|Mini-Mental 28/30|ASA class 3|" +
        "NYHA class II|Child-Pugh class B|MELD 18|CHADS2 score 2|Wells score 4|Ranson criteria 3|Bethesda category IV|BI-RADS 4|Gleason 3+4=7|" +
        "Breslow depth 1.2 mm|Clark level IV|Dukes stage B|FIGO stage II|TNM T2N0M0|Fitzpatrick type II|Braden scale 18|Morse fall scale 45|Norton scale 14|" +
        "Tanner stage 3|Mallampati class 2|Cormack-Lehane grade 1|Fontaine stage II|Rutherford category 3|Kellgren-Lawrence grade 3|Outerbridge grade II|" +
        "Garden type III|Weber B fracture|Gustilo type II|Schatzker type IV|EF 55%|BP 128/76|heart rate 72|respirations 16|temperature 98.6|weight 182 pounds|" +
        "height 5 feet 10 inches|BMI 27.4|vision 20/40|IOP 16|FEV1 2.1 L|peak flow 350|0.5 x 1.2 cm|3-0 Vicryl|#15 blade|size 7.5 tube|14 French|" +
        "10 mL of 1% lidocaine|500 mg twice daily|2 units|5-7 days|12-lead ECG|L4-L5 disc|C5-6 fusion|T2-weighted image|0800 hours|36 weeks 2 days|G2P1";

    private static readonly string[] Frames = ["The patient has {0} noted on examination.", "Assessment: {0}.", "{0} was discussed and documented.", "We reviewed the use of {0} with the family today."];

    [Fact]
    public void There_are_five_hundred_terms() => Assert.True(Terms().Distinct(StringComparer.Ordinal).Count() >= 500);

    [Fact]
    public void No_eponym_drug_device_lab_or_score_is_touched()
    {
        var redactor = new Redactor();
        var touched = new List<string>();
        foreach (var term in Terms())
        {
            foreach (var frame in Frames)
            {
                var text = frame.Replace("{0}", term, StringComparison.Ordinal);
                foreach (var span in redactor.Redact(text).Spans) touched.Add($"{text[span.Start..span.End]} ({span.Rule}) in: {text}");
            }
        }

        Assert.Empty(touched);
    }

    private static string[] Terms() => string.Join('|', Eponyms, Devices, Drugs, Labs, Scores).Split('|');
}
