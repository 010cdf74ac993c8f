using System.CommandLine;
using System.Security.Cryptography;
using Bungo.Forum.Domain.Accounts;
using Bungo.Forum.Web.Platform.Cli;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;

namespace Bungo.Forum.Web.Features.Accounts;

/// <summary>
/// <c>./forum user …</c>: how the first people with a role come to be, since no page may hand out roles.
/// Whoever can run it owns the machine anyway.
/// </summary>
public static class UserVerb
{
    public static Command Create() => new("user", "Akun / accounts") { CreateCommand() };

    private static Command CreateCommand()
    {
        var mail = new Option<string>("--email") { Description = "Alamat surel / mail address", Required = true };
        var name = new Option<string>("--name") { Description = "Nama yang tampil / public name", Required = true };
        var role = new Option<Role>("--role") { Description = "Peran / role: warga, pejabat, moderator, penilai, admin" };
        var office = new Option<string?>("--office") { Description = "Perangkat daerah / office (bawaan / default: Region:Office)" };
        var verified = new Option<bool>("--verified") { Description = "Orangnya sudah dicocokkan / a person was matched" };
        var command = new Command("create", "Buat akun, cetak kata sandinya / create an account, print its password") { mail, name, role, office, verified };
        command.SetAction((parse, cancel) => VerbSite.RunAsync(
            services => CreateAsync(
                services, parse.GetRequiredValue(mail), parse.GetRequiredValue(name), parse.GetValue(role), parse.GetValue(office), parse.GetValue(verified)),
            cancel));
        return command;
    }

    private static async Task<int> CreateAsync(IServiceProvider services, string mail, string name, Role role, string? office, bool verified)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (role != Role.Warga) office ??= services.GetRequiredService<IOptions<RegionOptions>>().Value.Office;
        if (Mailbox.Check(mail).IsRefused(out var badMail)) throw VerbSite.Refused(services, badMail);
        var account = Account.Open(name, role, office, now);
        if (account.IsRefused(out var refusal)) throw VerbSite.Refused(services, refusal);
        if (verified) account.Value.Verify(now);
        var password = DrawPassword();
        var opened = await services.GetRequiredService<AccountOpening>().InsertAsync(account.Value, mail.Trim(), password, confirmed: true);
        if (opened.IsRefused(out var taken)) throw VerbSite.Refused(services, taken);
        Console.WriteLine($"Akun dibuat / account created: {mail.Trim()} ({role.ToString().ToLowerInvariant()})");
        Console.WriteLine($"Kata sandi / password: {password}");
        return 0;
    }

    // Nearly 80 bits in an alphabet without look-alikes, in groups that can be read out over the telephone.
    private static string DrawPassword()
    {
        const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
        return string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
    }
}
