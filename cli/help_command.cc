// interdict help, completion: the manual page and the shells' completions, made from the commands'
// own options.
#include <fmt/format.h>

#include <string>

#include "cli/command.h"

namespace interdict::cli {
namespace {

// Text of a troff page: backslashes, leading dots and hyphens are special.
std::string Troff(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

void AppendCommand(const CLI::App* command, const std::string& prefix, std::string* page) {
  const std::string name = prefix + command->get_name();
  *page += fmt::format(".SS \"{}\"\n{}\n", Troff(name), Troff(command->get_description()));
  for (const CLI::Option* option : command->get_options()) {
    if (option->get_name(false, true) == "-h,--help") continue;
    *page += fmt::format(".TP\n.B {}\n{}\n", Troff(option->get_name(true, true)),
                         Troff(option->get_description()));
  }
  for (const CLI::App* sub : command->get_subcommands({})) AppendCommand(sub, name + " ", page);
}

std::string ManualPage(const CLI::App* app) {
  std::string page =
      ".TH INTERDICT 1\n.SH NAME\ninterdict \\- sanctions engine\n"
      ".SH SYNOPSIS\n.B interdict\n.I COMMAND\n[options]\n.SH DESCRIPTION\n";
  page += Troff(app->get_description()) + "\n.SH COMMANDS\n";
  for (const CLI::App* command : app->get_subcommands({}))
    AppendCommand(command, "interdict ", &page);
  page +=
      ".SH EXIT STATUS\n"
      "0 done, whatever was found; 2 wrong usage; 3 bad input; 4 not allowed to answer: no list "
      "loaded, or one older than the limit; 5 storage or network failure; 20 a hit, with "
      "\\-\\-fail\\-on\\-hit; 1 a defect of the program.\n"
      ".SH ENVIRONMENT\n.TP\n.B INTERDICT_HOME\nFolder of the lists.\n.TP\n.B NO_COLOR\n"
      "No colours.\n";
  return page;
}

std::string BashCompletion(const CLI::App* app) {
  std::string commands;
  std::string cases;
  for (const CLI::App* command : app->get_subcommands({})) {
    commands += command->get_name() + " ";
    std::string words;
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
    }
    for (const CLI::App* sub : command->get_subcommands({})) words += sub->get_name() + " ";
    cases += fmt::format("    {}) words=\"{}--home\" ;;\n", command->get_name(), words);
  }
  return fmt::format(
      "# Completion of interdict for bash.\n_interdict() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} command words i\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    case ${{COMP_WORDS[i]}} in --home) ((++i)) ;; -*) ;; *) command=${{COMP_WORDS[i]}}; "
      "break ;; esac\n"
      "  done\n"
      "  case $command in\n    \"\") words=\"{}--home --version --help\" ;;\n{}  esac\n"
      "  case $word in -*) ;; *) [ -n \"$command\" ] && COMPREPLY=($(compgen -f -- \"$word\")) ;; "
      "esac\n"
      "  COMPREPLY+=($(compgen -W \"$words\" -- \"$word\"))\n}}\n"
      "complete -o filenames -F _interdict interdict\n",
      commands, cases);
}

}  // namespace

void AddHelp(CLI::App* app, Context* context, Run* run) {
  static_cast<void>(context);
  auto* command = app->add_subcommand("help", "Help on a command; --man prints the manual page");
  auto topic = std::make_shared<std::string>();
  auto man = std::make_shared<bool>(false);
  command->add_option("COMMAND", *topic, "The command");
  command->add_flag("--man", *man, "The whole manual page, for man(1)");
  command->callback([=] {
    *run = [=] {
      if (*man) return Print(ManualPage(app));
      if (topic->empty()) return Print(app->help());
      for (const CLI::App* sub : app->get_subcommands({})) {
        if (sub->get_name() == *topic) return Print(sub->help("interdict"));
      }
      return FailUsage("there is no command \"" + *topic + "\"");
    };
  });
}

void AddCompletion(CLI::App* app, Context* context, Run* run) {
  static_cast<void>(context);
  auto* command = app->add_subcommand("completion", "Print the completion script for a shell");
  auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash (zsh reads it too, after bashcompinit)")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh"}));
  command->callback([=] {
    *run = [=] {
      const std::string script = BashCompletion(app);
      return Print(*shell == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" + script
                                   : script);
    };
  });
}

}  // namespace interdict::cli
