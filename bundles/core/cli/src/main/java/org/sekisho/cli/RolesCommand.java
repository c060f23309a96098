package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Rights;
import org.sekisho.identity.RightsChange;
import org.sekisho.identity.Role;
import org.sekisho.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sekisho roles …}: what each role may do in this shop. */
final class RolesCommand {

    private RolesCommand() {}

    /** The permission of that name, in either case. */
    private static Permission permission(String name, Console console) throws CommandFault {
        for (Permission permission : Permission.values()) {
            if (permission.name().equalsIgnoreCase(name.replace('-', '_'))) {
                return permission;
            }
        }
        String all = EnumSet.allOf(Permission.class).stream().map(Enum::name).collect(Collectors.joining(", "));
        throw console.fault(CommandFault.USAGE, "roles.unknown-permission", name, all);
    }

    private static Role role(String word, Console console) throws CommandFault {
        try {
            return Role.ofWord(word.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw console.fault(CommandFault.USAGE, "role.unknown", word);
        }
    }

    private static void require(OperatorChange change, Console console) throws CommandFault {
        if (change instanceof OperatorChange.Refused refused) {
            throw new CommandFault(CommandFault.REFUSED, refused.sentence().in(console.language()));
        }
    }

    private static void show(Role role, Rights rights, Console console) {
        console.say("roles.role", console.text("role." + role.word()), role.word());
        for (Permission permission : Permission.values()) {
            boolean may = rights.permissions().contains(permission);
            boolean approves = rights.approvals().contains(permission);
            if (may || approves) {
                String how = may && approves ? "roles.may-and-approves" : may ? "roles.may" : "roles.approves";
                console.say(
                        "roles.row",
                        String.format("%-22s", permission.name()),
                        console.text(how),
                        console.text("permission." + permission.name()));
            }
        }
        String unreceipted = rights.mostUnreceipted() == Long.MAX_VALUE
                ? console.text("roles.any")
                : Long.toString(rights.mostUnreceipted());
        console.say("roles.limits", Integer.toString(rights.mostOff()), unreceipted);
    }

    /** What each may do now. */
    @CommandLine.Command
    static final class All extends Command {

        @Mixin
        private final Person person = new Person();

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        All(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            register.open();
            person.mayOnly(Permission.KEEP_USERS, register, console);
            Map<Role, Rights> all = register.roleRights().all();
            if (json) {
                console.out().println(json(all));
            } else {
                all.forEach((role, rights) -> show(role, rights, console));
            }
            return CommandFault.DONE;
        }

        private static JsonObject json(Map<Role, Rights> all) {
            JsonArray roles = new JsonArray();
            all.forEach((role, rights) -> {
                JsonObject one = new JsonObject();
                one.addProperty("role", role.word());
                one.add("permissions", names(rights.permissions()));
                one.add("approvals", names(rights.approvals()));
                one.addProperty("mostOff", rights.mostOff());
                if (rights.mostUnreceipted() != Long.MAX_VALUE) {
                    one.addProperty("mostUnreceipted", rights.mostUnreceipted());
                }
                one.addProperty("asItComes", rights.equals(role.rights()));
                roles.add(one);
            });
            JsonObject object = new JsonObject();
            object.addProperty("schema", 1);
            object.add("roles", roles);
            return object;
        }

        private static JsonArray names(Set<Permission> permissions) {
            JsonArray names = new JsonArray();
            permissions.stream().sorted().forEach(permission -> names.add(permission.name()));
            return names;
        }
    }

    /** Other rights for everybody of a role. */
    @CommandLine.Command
    static final class Change extends Command {

        @Mixin
        private final Person person = new Person();

        @Parameters(paramLabel = "ROLE", descriptionKey = "users.role")
        private String role = "";

        @Option(names = "--allow", paramLabel = "PERMISSION", split = ",", descriptionKey = "roles.allow")
        private List<String> allow = List.of();

        @Option(names = "--deny", paramLabel = "PERMISSION", split = ",", descriptionKey = "roles.deny")
        private List<String> deny = List.of();

        @Option(names = "--approve", paramLabel = "PERMISSION", split = ",", descriptionKey = "roles.approve")
        private List<String> approve = List.of();

        @Option(
                names = "--approve-no-more",
                paramLabel = "PERMISSION",
                split = ",",
                descriptionKey = "roles.approve-no-more")
        private List<String> approveNoMore = List.of();

        @Option(names = "--most-off", paramLabel = "PERCENT", descriptionKey = "roles.most-off")
        private @Nullable Integer mostOff;

        @Option(names = "--most-unreceipted", paramLabel = "AMOUNT", descriptionKey = "roles.most-unreceipted")
        private @Nullable Long mostUnreceipted;

        Change(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            Role which = role(role, console);
            RightsChange change = new RightsChange(
                    permissions(allow),
                    permissions(deny),
                    permissions(approve),
                    permissions(approveNoMore),
                    Optional.ofNullable(mostOff).map(OptionalInt::of).orElse(OptionalInt.empty()),
                    Optional.ofNullable(mostUnreceipted).map(OptionalLong::of).orElse(OptionalLong.empty()));
            if (isEmpty(change)) {
                throw console.fault(CommandFault.USAGE, "roles.nothing");
            }
            register.open();
            Operator by = person.mayOnly(Permission.KEEP_USERS, register, console);
            require(register.roleRights().change(which, change, by.name()), console);
            show(which, Objects.requireNonNull(register.roleRights().all().get(which)), console);
            return CommandFault.DONE;
        }

        private static boolean isEmpty(RightsChange change) {
            return change.equals(new RightsChange(
                    Set.of(), Set.of(), Set.of(), Set.of(), OptionalInt.empty(), OptionalLong.empty()));
        }

        private Set<Permission> permissions(List<String> names) throws CommandFault {
            Set<Permission> permissions = EnumSet.noneOf(Permission.class);
            for (String name : names) {
                permissions.add(permission(name, console));
            }
            return permissions;
        }
    }

    /** The rights that a role comes with. */
    @CommandLine.Command
    static final class Reset extends Command {

        @Mixin
        private final Person person = new Person();

        @Parameters(paramLabel = "ROLE", descriptionKey = "users.role")
        private String role = "";

        Reset(Register register, Console console) {
            super(register, console);
        }

        @Override
        public Integer call() throws CommandFault, StorageFault {
            Role which = role(role, console);
            register.open();
            Operator by = person.mayOnly(Permission.KEEP_USERS, register, console);
            require(register.roleRights().reset(which, by.name()), console);
            show(which, which.rights(), console);
            return CommandFault.DONE;
        }
    }
}
