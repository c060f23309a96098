package org.sekisho.extensions.power;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What one class mentions.
 *
 * <p>Read from the constant pool: no instruction, method handle, lambda or bootstrap can name a type or a member that does not stand there
 * (JVMS 4.4). The code is walked all the same, to know that it can be.
 *
 * @param name as JVMS writes it: {@code java/lang/Object}
 * @param parents superclass and interfaces
 * @param types every class that is named
 * @param members every method and field that is named
 * @param declaresNative whether a method of it is not Java
 */
record ClassFacts(String name, List<String> parents, Set<String> types, Set<Member> members, boolean declaresNative) {

    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    /** @param owner the class that the code names, which may only inherit it */
    record Member(String owner, String name, String descriptor) {}

    /**
     * Reads a class file.
     *
     * @throws RuntimeException of whatever kind, or StackOverflowError, when it is none: that is how ASM says so
     */
    static ClassFacts read(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Set<String> types = new LinkedHashSet<>();
        Set<Member> members = new LinkedHashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            int tag = at == 0 ? 0 : reader.readByte(at - 1);
            if (tag == CLASS) {
                types.add(element(reader.readUTF8(at, buffer)));
            } else if (tag >= FIELD && tag <= INTERFACE_METHOD) {
                int pair = reader.getItem(reader.readUnsignedShort(at + 2));
                members.add(new Member(
                        element(reader.readClass(at, buffer)),
                        reader.readUTF8(pair, buffer),
                        reader.readUTF8(pair + 2, buffer)));
            }
        }
        List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
        if (reader.getSuperName() != null) {
            parents.add(reader.getSuperName());
        }
        return new ClassFacts(reader.getClassName(), parents, types, members, walk(reader));
    }

    private static boolean walk(ClassReader reader) {
        boolean[] declaresNative = {false};
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        declaresNative[0] |= (access & Opcodes.ACC_NATIVE) != 0;
                        return new MethodVisitor(Opcodes.ASM9) {};
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return declaresNative[0];
    }

    /** Of an array, what it is an array of. */
    private static String element(String type) {
        if (!type.startsWith("[")) {
            return type;
        }
        String inner = type.replaceFirst("^\\[+", "");
        return inner.startsWith("L") ? inner.substring(1, inner.length() - 1) : inner;
    }
}
