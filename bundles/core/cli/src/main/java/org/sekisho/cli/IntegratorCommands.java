package org.sekisho.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.publishing.Publishing;
import picocli.CommandLine;

/** What an integrator does, in the order that help shows it. */
final class IntegratorCommands {

    private IntegratorCommands() {}

    /** @param service the {@link Publishing} of this register */
    static Map<String, Object> of(Object service, Register register, Console console) {
        Publishing publishing = (Publishing) service;
        Map<String, Object> commands = new LinkedHashMap<>();
        commands.put(
                "keys",
                new CommandLine(new GroupCommand(register, console))
                        .addSubcommand("new", new KeysNewCommand(publishing, register, console))
                        .addSubcommand("list", new KeysListCommand(publishing, register, console))
                        .addSubcommand("retire", new KeysRetireCommand(publishing, register, console)));
        commands.put("sign", new SignCommand(publishing, register, console));
        commands.put("allow", new AllowCommand(publishing, register, console));
        commands.put("revoke", new RevokeCommand(publishing, register, console));
        commands.put("publish", new PublishCommand(publishing, register, console));
        return commands;
    }
}
