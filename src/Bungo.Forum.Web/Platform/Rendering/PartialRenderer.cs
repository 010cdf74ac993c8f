using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Bungo.Forum.Web.Platform.Rendering;

/// <summary>
/// Renders a page's partial outside any request, for live updates and mail. Partials rendered this way take
/// their whole content from the model: no request, no user, no router.
/// </summary>
public sealed class PartialRenderer(IRazorViewEngine views, IServiceProvider services)
{
    /// <param name="path">From the Razor root: <c>/Features/Discussions/_Post.cshtml</c>.</param>
    public async Task<string> RenderAsync<TModel>(string path, TModel model, CultureInfo culture)
    {
        var found = views.GetView(null, path, isMainPage: false);
        if (!found.Success) throw new InvalidOperationException($"No partial {path}.");
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        try
        {
            await using var writer = new StringWriter(CultureInfo.InvariantCulture);
            var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
            var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
            await found.View.RenderAsync(new ViewContext(action, found.View, data, NoTempData, writer, new HtmlHelperOptions()));
            return writer.ToString();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private static readonly TempDataDictionary NoTempData = new(new DefaultHttpContext(), new EmptyTempData());

    private sealed class EmptyTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values) { }
    }
}
