using CodingAhead.Site.About;
using CodingAhead.Site.Articles;
using CodingAhead.Site.Books;
using CodingAhead.Site.Browse;
using CodingAhead.Site.ClinicalTables;
using CodingAhead.Site.Codes;
using CodingAhead.Site.Compare;
using CodingAhead.Site.Fhir;
using CodingAhead.Site.Home;
using CodingAhead.Site.Localities;
using CodingAhead.Site.News;
using CodingAhead.Site.Search;
using CodingAhead.Site.Shared;
using CodingAhead.Site.Tray;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddEnvironmentVariables("CODINGAHEAD_").AddCommandLine(args);
var options = SiteOptions.From(builder.Configuration);
builder.WebHost.UseUrls(SiteOptions.Urls(builder.Configuration)).UseStaticWebAssets();

builder.AddLogs();
builder.AddSecurity(options);
builder.AddCrossOrigin(options);
builder.Services.AddSingleton(options);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<BookHolder>();
builder.Services.AddRazorComponents();
builder.Services.AddProblemDetails();
builder.Services.AddOutputCache(c => (c.SizeLimit, c.MaximumBodySize) = ((long)options.CacheMegabytes << 20, 4 << 20));
builder.Services.AddCompression();
builder.Services.AddReference();

var app = builder.Build();
app.UseBook();
app.UseSecurity();
app.UseHead();
app.UseFhirFormat();
app.UseRouting();
app.Use(BookCache.Confirm);
app.Use(Compression.Choose);
app.UseOutputCache();
app.UseResponseCompression();

app.MapStaticAssets();
app.MapTheme();
app.MapHome();
app.MapSearch();
app.MapCodes();
app.MapBrowse();
app.MapLocalities();
app.MapPairs();
app.MapIndicators();
app.MapArticles();
app.MapCodeLists();
app.MapClinicalTables();
app.MapFhir();
app.MapComparison();
app.MapNews();
app.MapTray();
app.MapAbout();
app.MapReference();
return app.Serve();

/// <summary>The host; public for tests.</summary>
public partial class Program;
