package io.commitpipeline.proof.faults.agent;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * A constant text that is changed in a method.
 */
record Reworded(String type, String method, String before, String after) implements Change {

	@Override
	public AsmVisitorWrapper visitor() {
		return new AsmVisitorWrapper.ForDeclaredMethods().method(ElementMatchers.named(this.method), this::visitor);
	}

	private MethodVisitor visitor(TypeDescription type, MethodDescription method, MethodVisitor visitor,
			Implementation.Context context, TypePool pool, int writerFlags, int readerFlags) {
		return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {
			@Override
			public void visitLdcInsn(Object value) {
				super.visitLdcInsn((value instanceof String text)
						? text.replace(Reworded.this.before, Reworded.this.after) : value);
			}
		};
	}

}
