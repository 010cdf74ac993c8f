using Bungo.Forum.Web.Platform.Cli;

return await Verbs.Create().Parse(args).InvokeAsync();
