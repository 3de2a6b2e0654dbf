// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers JSON-RPC 2.0 requests by public methods; {@code service.method} names one of several. */
public final class JsonRpc {
  private static final int METHOD_NOT_FOUND = -32601;
  private static final int INTERNAL_ERROR = -32603;

  private JsonRpc() {}

  /** The answer to a request. */
  public static String handle(Map<String, Object> handlers, String request) {
    Map<?, ?> call = (Map<?, ?>) JsonReader.read(request);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", "2.0");
    answer.put("id", call.get("id"));
    String name = String.valueOf(call.get("method"));
    List<?> params = call.get("params") instanceof List<?> list ? list : List.of();
    int dot = name.lastIndexOf('.');
    Object handler = handlers.get(name.substring(0, Math.max(dot, 0)));
    Method method = handler == null ? null : find(handler, name.substring(dot + 1), params.size());
    if (method == null) {
      answer.put("error", error(METHOD_NOT_FOUND, "no method " + name));
      return Json.write(answer);
    }
    try {
      method.setAccessible(true);
      answer.put("result", method.invoke(handler, arguments(method, params)));
    } catch (InvocationTargetException e) {
      answer.put("error", error(INTERNAL_ERROR, String.valueOf(e.getCause().getMessage())));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return Json.write(answer);
  }

  private static Map<String, Object> error(int code, String message) {
    return Map.of("code", code, "message", message);
  }

  private static Method find(Object handler, String name, int size) {
    return Stream.of(handler.getClass().getMethods())
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == size)
        .findFirst()
        .orElse(null);
  }

  private static Object[] arguments(Method method, List<?> params) {
    Object[] arguments = new Object[params.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = convert(params.get(i), method.getParameterTypes()[i]);
    }
    return arguments;
  }

  private static Object convert(Object value, Class<?> type) {
    if (value instanceof Number number) {
      return convertNumber(number, type);
    }
    if (value instanceof List<?> list && type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), list.size());
      for (int i = 0; i < list.size(); i++) {
        Array.set(array, i, convert(list.get(i), type.getComponentType()));
      }
      return array;
    }
    if (value instanceof String name && type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no constant " + name));
    }
    return value;
  }

  private static Object convertNumber(Number number, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return number.intValue();
    }
    if (type == long.class || type == Long.class) {
      return number.longValue();
    }
    return number.doubleValue();
  }
}
