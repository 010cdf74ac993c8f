using System.Text;
using Bungo.Forum.Web.Platform.Region;
using Microsoft.Extensions.Options;
using QRCoder;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>The site's address as a QR code: from a screen on a wall to the phone in one's hand.</summary>
internal static class BoardCode
{
    public const string Address = "/papan/alamat.svg";
    private const int PixelsPerModule = 8;

    public static void MapBoardCode(this WebApplication app) =>
        app.MapGet(Address, (IOptions<RegionOptions> region) =>
        {
            using var generator = new QRCodeGenerator();
            using var data = generator.CreateQrCode(region.Value.PublicAddress, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(data);
            return Feeds.Answer(Encoding.UTF8.GetBytes(svg.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)), "image/svg+xml", null);
        }).AllowAnonymous().ExcludeFromDescription();
}
