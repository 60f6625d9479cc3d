package skein.checker.fusion;

import java.util.List;
import java.util.Random;

/**
 * Random models that fusion has something to do with: data with and without locks, locks in objects
 * and behind pointers, memory that is allocated and freed, trylocks, waiting, loops, choices,
 * actions, labels, and properties of all kinds. Most accesses keep the locking discipline, some do
 * not.
 */
final class RandomLockModels {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final boolean heap;
  private final boolean objects;
  private final boolean sloppy;
  private int names;
  private int depth;

  private RandomLockModels(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    heap = random.nextInt(2) == 0;
    objects = random.nextBoolean();
    sloppy = random.nextInt(3) == 0;
  }

  /** The text of a model. */
  static String of(long seed) {
    RandomLockModels model = new RandomLockModels(seed);
    model.write();
    return model.text.toString();
  }

  private void write() {
    line("module random");
    line("import kernel");
    line("var g0: 0..2");
    line("var g1: 0..2");
    line("var loose: 0..2");
    line("var l0: spinlock");
    line("var l1: spinlock");
    if (objects) {
      line("struct Obj[2] { lock: spinlock a: 0..2 b: 0..2 }");
      line("var some: Obj? = null");
      line("init { let x = any Obj some = x }");
    }
    if (heap) {
      line("heap struct Node[2] { lock: spinlock val: 0..2 next: Node? = null }");
      line("var head: Node? = null");
    }
    if (chance(4)) {
      line("action tick when " + condition() + " { " + shared() + " = 1 }");
    }
    process("p[2]", false);
    if (chance(2)) {
      process(chance(2) ? "q" : "q[2]", false);
    }
    if (chance(4)) {
      process("d", true);
    }
    properties();
  }

  private void process(String name, boolean daemon) {
    line((daemon ? "daemon process " : "process ") + name + " {");
    line("var i: 0..2 = 0");
    if (objects) {
      line("let w = any Obj");
      line(chance(2) ? "let o = any Obj" : "var o: Obj? = some");
      line("if (o != null) {");
    }
    if (name.equals("p[2]")) {
      line("here:");
    }
    if (daemon) {
      line("loop {");
    }
    block(2 + random.nextInt(3));
    if (daemon) {
      line("}");
    }
    if (objects) {
      line("}");
    }
    line("}");
  }

  private void block(int statements) {
    depth++;
    for (int i = 0; i < statements; i++) {
      statement();
    }
    depth--;
  }

  private void statement() {
    if (heap && chance(3)) {
      memory();
      return;
    }
    switch (random.nextInt(depth > 3 ? 5 : 13)) {
      case 0 -> line("i = (i + 1) % 3");
      case 1 -> line("g" + random.nextInt(sloppy ? 2 : 1) + " = " + value());
      case 2 -> line("loose = " + value());
      case 3 -> line("let v" + names + " = " + (sloppy ? shared() : "loose") + use());
      case 4 -> claim();
      case 5, 6, 7 -> section();
      case 8 -> branch();
      case 9 -> loop();
      case 10 -> line(chance(3) ? "await " + condition() : "either { i = 0 } or { loose = i }");
      case 11 -> memory();
      default -> trylock();
    }
  }

  private String use() {
    return "\nif (v" + names++ + " == 1) i = 2";
  }

  private void claim() {
    if (chance(5)) {
      line("BUG_ON(" + condition() + ")");
    } else {
      line("i = i == 0 ? 2 : 0");
    }
  }

  /** What is done under a lock, most often to what that lock protects. */
  private void section() {
    int which = random.nextInt(objects ? 4 : 2);
    String lock = which < 2 ? "l" + which : "o.lock";
    String field = chance(2) ? ".a" : ".b";
    String data = which < 2 ? "g" + (1 - which) : (sloppy && chance(3) ? "w" : "o") + field;
    line("spin_lock(" + lock + ")");
    for (int i = random.nextInt(4); i >= 0; i--) {
      under(data);
    }
    if (!chance(25)) {
      line("spin_unlock(" + lock + ")");
    }
  }

  private void under(String data) {
    switch (random.nextInt(7)) {
      case 0, 1 -> line(data + " = (" + data + " + 1) % 3");
      case 2 -> line("let v" + names + " = " + data + use());
      case 3 -> line("if (" + data + " == " + random.nextInt(3) + ") i = 1 else " + data + " = i");
      case 4 -> line("BUG_ON(" + data + " == 2 && i == 1)");
      case 5 -> statementUnder();
      default -> line("i = " + data);
    }
  }

  private void statementUnder() {
    depth++;
    if (depth < 4) {
      statement();
    }
    depth--;
  }

  private void branch() {
    line("if (" + (chance(2) ? "i == " + random.nextInt(3) : condition()) + ") {");
    block(1 + random.nextInt(2));
    line("} else {");
    block(random.nextInt(2));
    line("}");
  }

  private void loop() {
    String counter = "n" + names++;
    line("var " + counter + ": 0..2 = 0");
    line("while (" + counter + " < " + (1 + random.nextInt(2)) + ") {");
    line(counter + " += 1");
    block(1 + random.nextInt(2));
    line("}");
  }

  private void trylock() {
    String lock = chance(2) ? "l1" : "l0";
    line("if (spin_trylock(" + lock + ")) {");
    under(lock.equals("l1") ? "g0" : "g1");
    line("spin_unlock(" + lock + ")");
    line("}");
  }

  private void memory() {
    if (!heap) {
      line("loose = (loose + 1) % 3");
      return;
    }
    String node = "x" + names++;
    switch (random.nextInt(6)) {
      case 0 -> {
        line("let " + node + " = new Node");
        line(node + ".val = i");
        line(chance(3) ? "free " + node : "head = " + node);
      }
      case 1 -> {
        line("let " + node + " = head");
        line("if (" + node + " != null) {");
        line("spin_lock(" + node + ".lock)");
        line(node + ".val = (" + node + ".val + 1) % 3");
        line("spin_unlock(" + node + ".lock)");
        line("}");
      }
      case 2, 3 -> {
        line("spin_lock(l0)");
        line("let " + node + " = head");
        line("head = null");
        line("spin_unlock(l0)");
        line("if (" + node + " != null) free " + node);
      }
      case 4 -> {
        line("spin_lock(l0)");
        line("if (head == null) {");
        line("let " + node + " = new Node");
        line(node + ".next = head");
        line("head = " + node);
        line("}");
        line("spin_unlock(l0)");
      }
      default -> {
        line("let " + node + " = head");
        line("if (" + node + " != null) i = " + node + ".val");
      }
    }
  }

  private void properties() {
    if (chance(3)) {
      line("invariant holds: !(" + condition() + " && " + condition() + ")");
    }
    if (chance(4)) {
      line("step invariant steps: old(g1) == 2 => g1 != 1");
    }
    if (chance(4)) {
      line("invariant apart: !(forall a in p : a@here) || g0 < 2");
    }
    if (chance(3)) {
      line("final invariant last: !(" + condition() + ")");
    }
    if (chance(4)) {
      line("cover reached: " + condition() + " && " + condition());
    }
    if (chance(6)) {
      line("constraint inside: !(" + condition() + " && " + condition() + ")");
    }
  }

  private String condition() {
    String variable = chance(8) ? "l0.owner" : shared();
    return variable.endsWith("owner") ? "l0.owner == null" : variable + " == " + random.nextInt(3);
  }

  private String shared() {
    return List.of("g0", "g1", "loose").get(random.nextInt(3));
  }

  private String value() {
    return chance(3) ? "i" : Integer.toString(random.nextInt(3));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
