package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
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
        if (json) {
            console.out().println(toJson(operators));
        } else {
            operators.forEach(this::show);
        }
        return CommandFault.DONE;
    }

    private void show(Operator operator) {
        String state = operator.retired()
                ? console.text("users.retired")
                : operator.mustChangePassword() ? console.text("users.one-time") : console.text("users.active");
        console.say(
                "users.row",
                operator.name(),
                console.text("role." + operator.role().word()),
                state);
    }

    private static JsonObject toJson(List<Operator> operators) {
        JsonArray users = new JsonArray();
        for (Operator operator : operators) {
            JsonObject one = new JsonObject();
            one.addProperty("name", operator.name());
            one.addProperty("role", operator.role().word());
            one.addProperty("mustChangePassword", operator.mustChangePassword());
            one.addProperty("retired", operator.retired());
            users.add(one);
        }
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.add("users", users);
        return object;
    }
}
