package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sekisho users list}. */
@CommandLine.Command
final class UsersListCommand extends Command {

    @Mixin
    private final Person person = new Person();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    UsersListCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws CommandFault, StorageFault {
        register.open();
        person.mayOnly(Permission.KEEP_USERS, register, console);
        List<Operator> operators = register.operators().list();
        Set<String> holders = register.codes().holders();
        if (json) {
            console.out().println(toJson(operators, holders));
        } else {
            operators.forEach(operator -> show(operator, holders.contains(operator.name())));
        }
        return CommandFault.DONE;
    }

    private void show(Operator operator, boolean hasCode) {
        String state = operator.retired()
                ? console.text("users.retired")
                : operator.mustChangePassword() ? console.text("users.one-time") : console.text("users.active");
        console.say(
                hasCode ? "users.row-code" : "users.row",
                operator.name(),
                console.text("role." + operator.role().word()),
                state);
    }

    private static JsonObject toJson(List<Operator> operators, Set<String> holders) {
        JsonArray users = new JsonArray();
        for (Operator operator : operators) {
            JsonObject one = new JsonObject();
            one.addProperty("name", operator.name());
            one.addProperty("role", operator.role().word());
            one.addProperty("mustChangePassword", operator.mustChangePassword());
            one.addProperty("retired", operator.retired());
            one.addProperty("oneTimeCode", holders.contains(operator.name()));
            users.add(one);
        }
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.add("users", users);
        return object;
    }
}
