"""Writes az-commands.txt anew from the azure-cli that is installed: pip install azure-cli, then
python az-commands.py az-commands.txt. The commands are those that the file has; add a line "command:" for another one."""
import sys

from azure.cli.core import __version__, get_default_cli
from azure.cli.core.file_util import create_invoker_and_load_cmds_and_args

cli = get_default_cli()
create_invoker_and_load_cmds_and_args(cli)
table = cli.invocation.commands_loader.command_table


def options(command):
    names = set()
    for argument in table[command].arguments.values():
        for option in argument.type.settings.get("options_list") or []:
            names.add(getattr(option, "target", option))
    return sorted(name for name in names if isinstance(name, str) and name.startswith("-") and name[:3] != "--_")


file = sys.argv[1]
commands = [line.split(":")[0] for line in open(file) if not line.startswith("#")]
with open(file, "w") as out:
    out.write(f"# Commands and options of azure-cli {__version__}, as its own parser has them (az-commands.py).\n")
    for command in sorted(commands):
        out.write(f"{command}: {' '.join(options(command))}\n")
