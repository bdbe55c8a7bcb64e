using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Technopark.Identity.Data;
using Technopark.Identity.Features.People;

namespace Technopark.Identity.Pages.Settings;

/// <summary>A person takes a copy of their data, or has them erased.</summary>
internal sealed class DataModel(
    PasswordCheck passwords, PersonalArchive archive, Erasure erasure, SignInManager<Account> signIn, UserManager<Account> users,
    IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty, Display(Name = "Field.Password"), Required(ErrorMessage = "Rule.Required")]
    public string Password { get; set; } = "";

    [BindProperty, Display(Name = "Field.Sure")]
    public bool Sure { get; set; }

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        var account = (await users.GetUserAsync(User))!;
        return File(await archive.OfAsync(account.Id, ct), PersonalArchive.MediaType, archive.Name);
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), text["Rule.Sure"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = (await users.GetUserAsync(User))!;
        if (await passwords.CheckAsync(account, Password, ct) != Entry.Open)
        {
            return this.Refuse(nameof(Password), text["Fault.PasswordMismatch"]);
        }

        await erasure.EraseAsync(account.Id);
        await signIn.SignOutAsync();
        return RedirectToPage("/Erased");
    }
}
