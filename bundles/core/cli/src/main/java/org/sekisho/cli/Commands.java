package org.sekisho.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.checkout.CashDesk.Movement;
import picocli.CommandLine;

/** Every command by name, in the order that help shows them. */
final class Commands {

    private Commands() {}

    static Map<String, Object> all(Register register, Console console) {
        Map<String, Object> commands = new LinkedHashMap<>();
        commands.put("init", new InitCommand(register, console));
        commands.put("run", new RunCommand(register, console));
        commands.put("check", new CheckCommand(register, console));
        commands.put("vet", new VetCommand(register, console));
        commands.put("why", new WhyCommand(register, console));
        commands.put("update", new UpdateCommand(register, console));
        commands.put("upgrade", new UpgradeCommand(register, console));
        commands.put("approve", new ApproveCommand(register, console));
        commands.put("install", new InstallCommand(register, console));
        commands.put("remove", new RemoveCommand(register, console));
        commands.put("list", new ListCommand(register, console));
        commands.put(
                "users",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("add", new UsersAddCommand(register, console))
                        .addSubcommand("list", new UsersListCommand(register, console))
                        .addSubcommand("role", new UsersRoleCommand(register, console))
                        .addSubcommand("retire", new UsersRetireCommand(register, console))
                        .addSubcommand("passwd", new PasswdCommand(register, console)));
        commands.put(
                "roles",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("list", new RolesCommand.All(register, console))
                        .addSubcommand("change", new RolesCommand.Change(register, console))
                        .addSubcommand("reset", new RolesCommand.Reset(register, console)));
        commands.put("passwd", new PasswdCommand(register, console));
        commands.put(
                "totp",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("on", new TotpOnCommand(register, console))
                        .addSubcommand("off", new TotpOffCommand(register, console)));
        commands.put(
                "items",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("import", new ItemsImportCommand(register, console))
                        .addSubcommand("export", new ItemsExportCommand(register, console)));
        commands.put("ring", new RingCommand(register, console));
        commands.put(
                "shift",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("open", new ShiftCommand.Count(register, console, true))
                        .addSubcommand("count", new ShiftCommand.Count(register, console, false))
                        .addSubcommand("close", new ShiftCommand.Close(register, console)));
        commands.put(
                "cash",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("in", new CashCommand(register, console, Movement.PAID_IN))
                        .addSubcommand("out", new CashCommand(register, console, Movement.PAID_OUT))
                        .addSubcommand("drop", new CashCommand(register, console, Movement.DROP)));
        commands.put(
                "vouchers",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("issue", new VouchersIssueCommand(register, console))
                        .addSubcommand("list", new VouchersListCommand(register, console)));
        commands.put(
                "customers",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("add", new CustomersCommand.Add(register, console))
                        .addSubcommand("find", new CustomersCommand.Find(register, console))
                        .addSubcommand("show", new CustomersCommand.Show(register, console, false))
                        .addSubcommand("list", new CustomersCommand.All(register, console))
                        .addSubcommand("change", new CustomersCommand.Change(register, console))
                        .addSubcommand("points", new CustomersCommand.Points(register, console))
                        .addSubcommand("disclose", new CustomersCommand.Show(register, console, true))
                        .addSubcommand("erase", new CustomersCommand.Erase(register, console)));
        commands.put(
                "receipts",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("reprint", new ReprintCommand(register, console)));
        commands.put(
                "payments",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("list", new PaymentsCommand(register, console, false))
                        .addSubcommand("reconcile", new PaymentsCommand(register, console, true))
                        .addSubcommand("settle", new PaymentsSettleCommand(register, console)));
        commands.put(
                "report",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("x", new ReportCommand(register, console, false))
                        .addSubcommand("z", new ReportCommand(register, console, true))
                        .addSubcommand("exceptions", new ExceptionsCommand(register, console)));
        commands.put(
                "journal",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("export", new JournalExportCommand(register, console))
                        .addSubcommand("search", new JournalSearchCommand(register, console))
                        .addSubcommand("anchor", new JournalAnchorCommand(register, console))
                        .addSubcommand("verify", new JournalVerifyCommand(register, console)));
        commands.put(
                "vault",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("init", new VaultCommand.Init(register, console))
                        .addSubcommand("rotate", new VaultCommand.Rotate(register, console))
                        .addSubcommand("recover", new VaultCommand.Recover(register, console))
                        .addSubcommand("status", new VaultCommand.Status(register, console)));
        commands.put("backup", new CommandLine(new BackupCommand(register, console)));
        commands.put("restore", new CommandLine(new RestoreCommand(register, console)));
        commands.putAll(register.integrator().commands(register, console));
        return commands;
    }
}
