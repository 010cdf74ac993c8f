using System.CommandLine;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform.Cli;
using Microsoft.AspNetCore.Identity;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary><c>./forum token create</c>: the token alone on standard output, for <c>$(…)</c>.</summary>
public static class TokenVerb
{
    private const int DefaultDays = 90;

    public static Command Create()
    {
        var mail = new Option<string>("--email") { Description = "Alamat surel akunnya / the account's mail address", Required = true };
        var name = new Option<string>("--name") { Description = "Untuk apa / what for", DefaultValueFactory = _ => "forum token create" };
        var days = new Option<int>("--days") { Description = "Berlaku berapa hari / valid for how many days", DefaultValueFactory = _ => DefaultDays };
        var create = new Command("create", "Cetak token API pribadi / print a personal access token") { mail, name, days };
        create.SetAction((parse, cancel) => VerbSite.RunAsync(
            async services =>
            {
                var known = await services.GetRequiredService<UserManager<SignIn>>().FindByEmailAsync(parse.GetRequiredValue(mail))
                    ?? throw new OperatorException("Tidak ada akun dengan alamat surel itu.", "No account has that mail address.");
                var drawn = await services.GetRequiredService<AccessTokens>().DrawAsync(known.Id, parse.GetValue(name), parse.GetValue(days), cancel);
                if (drawn.IsRefused(out var refusal)) throw VerbSite.Refused(services, refusal);
                Console.WriteLine(drawn.Value);
                return 0;
            },
            cancel));
        return new Command("token", "Token API / API tokens") { create };
    }
}
