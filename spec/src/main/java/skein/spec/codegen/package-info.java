/**
 * From a transition system to bytecode over packed states. Every process' step becomes a method of
 * its own for each instance, small enough for the JIT; the class is hidden and goes with its model.
 */
package skein.spec.codegen;
