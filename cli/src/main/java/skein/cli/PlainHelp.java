package skein.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The usage text, with options as they are typed: {@code --workers N}, {@code -D NAME=VALUE}. */
final class PlainHelp extends Help {

  PlainHelp(CommandSpec command, ColorScheme colors) {
    super(command, colors);
  }

  @Override
  public String synopsis(int headingLength) {
    CommandSpec command = commandSpec();
    StringBuilder out = new StringBuilder(command.qualifiedName()).append(" [OPTION]...");
    if (!command.subcommands().isEmpty()) {
      out.append(" COMMAND");
    }
    command
        .positionalParameters()
        .forEach(
            parameter -> {
              String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
              out.append(' ').append(parameter.required() ? label : "[" + label + "]");
            });
    return out.append(System.lineSeparator()).toString();
  }

  @Override
  public IParamLabelRenderer parameterLabelRenderer() {
    return createDefaultParamLabelRenderer();
  }

  @Override
  public IParamLabelRenderer createDefaultParamLabelRenderer() {
    return new IParamLabelRenderer() {
      @Override
      public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
        boolean takesValue = argument.arity().max() > 0;
        String label = takesValue ? argument.paramLabel() : "";
        return ansi.apply(argument.isOption() && takesValue ? " " + label : label, styles);
      }

      @Override
      public String separator() {
        return " ";
      }
    };
  }
}
