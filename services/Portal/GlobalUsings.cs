global using Microsoft.AspNetCore.Components;
global using Technopark.Client;
global using Technopark.Contracts;
global using Technopark.Portal.Api;
global using Technopark.Portal.Parts.Forms;
global using Technopark.ServiceDefaults;
