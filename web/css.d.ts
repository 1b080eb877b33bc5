/** Style sheets as Vite gives them: a module's classes by name, a plain sheet by its side effect. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css' {}
declare module '*.svg' {
  const address: string;
  export default address;
}
