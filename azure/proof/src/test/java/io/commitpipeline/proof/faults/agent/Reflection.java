package io.commitpipeline.proof.faults.agent;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Reaches what is private in an application.
 */
final class Reflection {

	private Reflection() {
	}

	static Object get(Object target, String name) {
		try {
			Field field = target.getClass().getDeclaredField(name);
			field.setAccessible(true);
			return field.get(target);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Object call(Object target, String name, Object... arguments) {
		return invoke(method(target.getClass(), name, arguments.length), target, arguments);
	}

	static Object callStatic(Class<?> type, String name, Object... arguments) {
		return invoke(method(type, name, arguments.length), null, arguments);
	}

	static Object construct(Class<?> type, Object... arguments) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructors()[0];
			constructor.setAccessible(true);
			return constructor.newInstance(arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Class<?> type(Object neighbour, String name) {
		try {
			return Class.forName(name, true, neighbour.getClass().getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object invoke(Method method, Object target, Object[] arguments) {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw Reflection.<RuntimeException>sneaky(ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Method method(Class<?> type, String name, int arguments) {
		for (Class<?> each = type; each != null; each = each.getSuperclass()) {
			for (Method method : each.getDeclaredMethods()) {
				if (method.getName().equals(name) && method.getParameterCount() == arguments && !method.isBridge()) {
					method.setAccessible(true);
					return method;
				}
			}
		}
		throw new IllegalStateException("There is no method " + name + " in " + type);
	}

	@SuppressWarnings("unchecked")
	static <T extends Throwable> T sneaky(Throwable failure) throws T {
		throw (T) failure;
	}

}
