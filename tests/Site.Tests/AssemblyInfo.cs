[assembly: AssemblyFixture(typeof(CodingAhead.Site.Tests.StarterSite))]
